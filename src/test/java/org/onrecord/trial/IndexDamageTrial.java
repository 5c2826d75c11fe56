package org.onrecord.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The index is damaged under a running archive, in one way after the other, while somebody searches and articles come
 * in. Searches are told the truth: the right total, or that some may be missing, or to come back. The archive mends its
 * index by itself.
 */
@EnabledOnOs(OS.LINUX)
class IndexDamageTrial {

    private static final String NAME = "index damage";

    private static final int ARTICLES = 100;

    private static final int MEANWHILE = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Each finds as many as there are articles, for each article quotes one person once. */
    private static final List<String> SEARCHES = List.of(
            "/api/v1/articles?q=bridge",
            "/api/v1/articles",
            "/api/v1/quotes?q=winter&facet=outlet",
            "/api/v1/quotes?facet=speaker");

    private static final JsonMapper JSON = new JsonMapper();

    private final AtomicInteger sent = new AtomicInteger();

    /** So many were searchable before the damage of the moment. */
    private final AtomicInteger searchable = new AtomicInteger();

    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

    @Test
    void isToldAndMendedWhileTheArchiveServes() throws Exception {
        Random random = Trial.random(NAME);
        ArchiveProcess archive = ArchiveProcess.start(Application.home(Trial.folder("index-damage")));
        store(archive, ARTICLES);
        awaitWhole(archive);
        Thread reader = new Thread(() -> searchOn(archive), "reader");
        reader.start();
        try {
            for (int cycle = 0; cycle < Trial.cycles(1, 20); cycle++) {
                for (Damage damage : Damage.values()) {
                    for (String index : List.of("article", "quote")) {
                        damageAndMend(archive, damage, index, random);
                    }
                }
            }
        } finally {
            reader.interrupt();
            reader.join();
            archive.terminate();
            archive.exitStatus(Duration.ofSeconds(60));
        }
    }

    private void damageAndMend(ArchiveProcess archive, Damage damage, String index, Random random) throws IOException {
        answers.clear();
        damage.toAll(archive.home().resolve("index").resolve(index), random);
        long start = System.nanoTime();
        store(archive, MEANWHILE);
        awaitWhole(archive);
        Trial.report(
                NAME,
                "%s of %s: whole again after %.1f s, answers %s",
                damage,
                index,
                (System.nanoTime() - start) / 1e9,
                answers);
        if (!damage.isInPlace()) {
            assertThat(wrong).isEmpty();
        }
        wrong.clear();
    }

    private void store(ArchiveProcess archive, int articles) throws IOException {
        for (int i = 0; i < articles; i++) {
            HttpResponse<String> answer = archive.post(new SentArticle(sent.incrementAndGet()));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    private void awaitWhole(ArchiveProcess archive) {
        assertThat(Trial.comesTrue(
                        PATIENCE,
                        () -> searchesSeeEverything(archive)
                                && isWholeOnDisk(archive.home().resolve("index"))))
                .as("searches see all %d articles, and the index on disk can be read", sent.get())
                .isTrue();
        searchable.set(sent.get());
    }

    private boolean searchesSeeEverything(ArchiveProcess archive) {
        try {
            for (String search : SEARCHES) {
                HttpResponse<String> answer = archive.get(search);
                if (answer.statusCode() != 200 || total(answer) != sent.get() || warns(answer)) {
                    return false;
                }
            }
            String health = archive.get("/actuator/health/readiness").body();
            return JSON.readTree(health)
                    .at("/components/search/status")
                    .asString("")
                    .equals("UP");
        } catch (IOException noAnswer) {
            return false;
        }
    }

    private boolean isWholeOnDisk(Path root) {
        for (String index : List.of("article", "quote")) {
            try (var directory = FSDirectory.open(root.resolve(index));
                    var reader = DirectoryReader.open(directory)) {
                for (LeafReaderContext segment : reader.leaves()) {
                    segment.reader().checkIntegrity();
                }
                if (reader.numDocs() != sent.get()) {
                    return false;
                }
            } catch (IOException | IllegalArgumentException damaged) {
                return false;
            }
        }
        return true;
    }

    private void searchOn(ArchiveProcess archive) {
        while (!Thread.currentThread().isInterrupted()) {
            for (String search : SEARCHES) {
                try {
                    int least = searchable.get();
                    judge(search, least, archive.get(search));
                } catch (IOException noAnswer) {
                    wrong.add(search + ": " + noAnswer);
                } catch (RuntimeException failure) {
                    if (Thread.currentThread().isInterrupted()) {
                        return;
                    }
                    wrong.add(search + ": " + failure);
                }
            }
        }
    }

    private void judge(String search, int least, HttpResponse<String> answer) {
        answers.merge(answer.statusCode(), 1, Integer::sum);
        boolean saysComeBack = answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent();
        boolean saysWhatThereIs =
                answer.statusCode() == 200 && (warns(answer) || total(answer) >= least && total(answer) <= sent.get());
        if (!saysComeBack && !saysWhatThereIs) {
            wrong.add("%s: %d %s, and there are at least %d"
                    .formatted(search, answer.statusCode(), answer.body(), least));
        }
    }

    private static int total(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("total").asInt(-1);
    }

    private static boolean warns(HttpResponse<String> answer) {
        JsonNode warnings = JSON.readTree(answer.body()).at("/query/warnings");
        return !warnings.isEmpty();
    }

    /** What may befall the files of an index. */
    private enum Damage {
        FILES_DELETED {
            @Override
            void to(Path file, Random random) throws IOException {
                Files.delete(file);
            }
        },
        COMMIT_DELETED {
            @Override
            void to(Path file, Random random) throws IOException {
                if (file.getFileName().toString().startsWith("segments_")) {
                    Files.delete(file);
                }
            }
        },
        FOLDER_DELETED {
            @Override
            void to(Path file, Random random) throws IOException {
                FileSystemUtils.deleteRecursively(file.getParent());
            }
        },
        FILES_CUT {
            @Override
            void to(Path file, Random random) throws IOException {
                cut(file, Files.size(file) / 2);
            }
        },
        FILES_EMPTIED {
            @Override
            void to(Path file, Random random) throws IOException {
                cut(file, 0);
            }
        },
        FILES_OVERWRITTEN {
            @Override
            void to(Path file, Random random) throws IOException {
                byte[] noise = new byte[Math.toIntExact(Files.size(file))];
                random.nextBytes(noise);
                // In place, so that it also shows in what is mapped.
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.wrap(noise));
                }
            }
        };

        abstract void to(Path file, Random random) throws IOException;

        /**
         * Whether it shows in what is mapped. Lucene compares checksums when it opens and when it merges, not with every
         * read, so what comes before the damage is noticed may be anything.
         */
        boolean isInPlace() {
            return this == FILES_CUT || this == FILES_EMPTIED || this == FILES_OVERWRITTEN;
        }

        static void cut(Path file, long size) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(size);
            }
        }

        /** Does it to every file of a folder. */
        void toAll(Path folder, Random random) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    try {
                        to(file, random);
                    } catch (NoSuchFileException gone) {
                        // Lucene has deleted it meanwhile, or it went with its folder.
                        continue;
                    }
                }
            }
        }
    }
}

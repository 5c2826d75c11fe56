package org.onrecord.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.onrecord.trial.Dribbler.Manner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** R6: hundreds of clients that send and take a byte now and then, while others work. */
@EnabledOnOs(OS.LINUX)
class SlowClientsTrial {

    private static final String NAME = "R6";

    private static final JsonMapper JSON = new JsonMapper();

    /** Of each manner, and as many again without a key that send bodies. */
    private static final int CLIENTS = Trial.cycles(100, 300);

    /** Lines, a tenth of a second apart. */
    private static final int UPLOADED = 300;

    private static final Duration CUT_OFF_WITHIN = Duration.ofSeconds(30);
    private static final Duration OTHERS_WAIT = Duration.ofSeconds(1);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<Duration> waits = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private int articles;
    private volatile boolean open = true;

    @Test
    void slowClientsAreCutOffAndOthersHardlyNoticeThem() throws Exception {
        Path home = Application.home(Trial.folder(NAME));
        ArchiveProcess archive = ArchiveProcess.start(home, "--onrecord.access.requests-per-minute=0");
        try {
            String key = firstKey(archive);
            String large = storeLargeArticle(archive, key);
            warmUp(archive, key, large);
            CompletableFuture<List<JsonNode>> upload = CompletableFuture.supplyAsync(() -> upload(archive, key));
            List<Thread> others = List.of(
                    new Thread(() -> askOnAndOn(get(archive, "/api/v1/articles?limit=5", key))),
                    new Thread(() -> askOnAndOn(get(archive, "/api/v1/outlets", key))),
                    new Thread(() -> sendOnAndOn(archive, key)));
            others.forEach(Thread::start);
            List<Dribbler> dribblers = dribble(archive, key, large);
            open = false;
            for (Thread other : others) {
                other.join();
            }
            report(dribblers);
            assertThat(wrong).as("answers to others").isEmpty();
            assertThat(percentile(99)).as("99 of 100 others wait").isLessThan(OTHERS_WAIT);
            assertThat(dribblers)
                    .filteredOn(dribbler -> dribbler.lasted() == null)
                    .as("still there")
                    .isEmpty();
            List<JsonNode> lines = upload.join();
            assertThat(lines.get(lines.size() - 1).at("/summary/created").asInt())
                    .isEqualTo(UPLOADED);
        } finally {
            archive.terminate();
            archive.exitStatus(Duration.ofSeconds(60));
        }
    }

    private String firstKey(ArchiveProcess archive) throws Exception {
        HttpResponse<String> made = client.send(
                HttpRequest.newBuilder(archive.uri("/api/v1/keys"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"trial\",\"role\":\"admin\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(made.body()).path("secret").asString();
    }

    private String storeLargeArticle(ArchiveProcess archive, String key) throws Exception {
        String body = "The bridge stays closed until the works are over. ".repeat(6_000);
        HttpResponse<String> stored = client.send(
                post(archive, key, "{\"headline\":\"Everything about the bridge\",\"body\":\"" + body + "\"}"),
                HttpResponse.BodyHandlers.ofString());
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        return "/api/v1/articles/" + JSON.readTree(stored.body()).path("id").asString();
    }

    private void warmUp(ArchiveProcess archive, String key, String large) {
        for (int time = 0; time < 50; time++) {
            ask(get(archive, large, key), 200);
            ask(get(archive, "/api/v1/articles?limit=5", key), 200);
            ask(post(archive, key, new SentArticle(++articles).json()), 201);
        }
        waits.clear();
    }

    private static List<Dribbler> dribble(ArchiveProcess archive, String key, String large) throws IOException {
        List<Dribbler> dribblers = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            for (Manner manner : Manner.values()) {
                dribblers.add(new Dribbler(archive.port(), manner, large, key));
            }
            dribblers.add(new Dribbler(archive.port(), Manner.BODY, large, null));
        }
        long end = System.nanoTime() + CUT_OFF_WITHIN.toNanos();
        while (System.nanoTime() < end) {
            dribblers.forEach(Dribbler::goOn);
            Trial.pause(Duration.ofMillis(500));
        }
        dribblers.forEach(Dribbler::close);
        return dribblers;
    }

    private static HttpRequest get(ArchiveProcess archive, String path, String key) {
        return HttpRequest.newBuilder(archive.uri(path))
                .header("Authorization", "Bearer " + key)
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    private static HttpRequest post(ArchiveProcess archive, String key, String json) {
        return HttpRequest.newBuilder(archive.uri("/api/v1/articles"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
    }

    private void askOnAndOn(HttpRequest request) {
        while (open) {
            ask(request, 200);
            Trial.pause(Duration.ofMillis(50));
        }
    }

    private void sendOnAndOn(ArchiveProcess archive, String key) {
        while (open) {
            ask(post(archive, key, new SentArticle(++articles).json()), 201);
            Trial.pause(Duration.ofMillis(200));
        }
    }

    private void ask(HttpRequest request, int expected) {
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                wrong.add(request.method() + " " + request.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            wrong.add(request.method() + " " + request.uri() + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        waits.add(Duration.ofNanos(System.nanoTime() - start));
    }

    /** Sends a line every now and then, for longer than any patience lasts. */
    private List<JsonNode> upload(ArchiveProcess archive, String key) {
        try (PipedOutputStream lines = new PipedOutputStream();
                PipedInputStream body = new PipedInputStream(lines)) {
            Thread sender = new Thread(() -> sendLines(lines));
            sender.start();
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(archive.uri("/api/v1/articles/bulk"))
                            .header("Authorization", "Bearer " + key)
                            .header("Content-Type", "application/x-ndjson")
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            sender.join();
            return answer.body().lines().map(JSON::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void sendLines(PipedOutputStream lines) {
        try (lines) {
            for (int line = 0; line < UPLOADED; line++) {
                lines.write((new SentArticle(1_000_000 + line).json() + "\n").getBytes(StandardCharsets.UTF_8));
                lines.flush();
                Trial.pause(Duration.ofMillis(100));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Duration percentile(int percent) {
        List<Duration> sorted = waits.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private void report(List<Dribbler> dribblers) {
        Trial.report(
                NAME,
                "others: %d requests, half of them within %d ms, 99 of 100 within %d ms, all within %d ms",
                waits.size(),
                percentile(50).toMillis(),
                percentile(99).toMillis(),
                percentile(100).toMillis());
        for (Manner manner : Manner.values()) {
            List<Duration> lasted = dribblers.stream()
                    .filter(dribbler -> dribbler.manner() == manner)
                    .map(Dribbler::lasted)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            Trial.report(
                    NAME,
                    "%s: %d cut off after %s",
                    manner,
                    lasted.size(),
                    lasted.isEmpty()
                            ? "-"
                            : lasted.get(0).toMillis() + " to "
                                    + lasted.get(lasted.size() - 1).toMillis() + " ms");
        }
    }
}

package org.onrecord.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** R4: the disk fills up while articles come in. Needs root, for the disk is a small one of its own in memory. */
@EnabledOnOs(OS.LINUX)
class DiskFullTrial {

    private static final String NAME = "R4";

    private static final int DISK_MEGABYTES = 640;

    /** The archive's default for {@code onrecord.database.minimum-free-space}. */
    private static final int GUARDED_MEGABYTES = 256;

    @Test
    void writingIsRefusedBeforePostgresqlSuffersAndReadingGoesOn() throws Exception {
        Path folder = Trial.folder(NAME);
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeThat(Commands.status(
                        "mount", "-t", "tmpfs", "-o", "size=" + DISK_MEGABYTES + "m", "onrecord", disk.toString()))
                .as("a disk in memory may be mounted")
                .isZero();
        try (AckLog log = new AckLog(folder.resolve("acknowledged.log"))) {
            ArchiveProcess archive = ArchiveProcess.start(Application.home(disk));
            try {
                fillDuringIngest(archive, disk, log);
            } finally {
                archive.terminate();
                archive.exitStatus(Duration.ofSeconds(60));
            }
        } finally {
            Commands.run("umount", disk.toString());
        }
    }

    private static void fillDuringIngest(ArchiveProcess archive, Path disk, AckLog log) throws Exception {
        Path ballast = disk.resolve("ballast");
        HttpResponse<String> first = archive.post(new SentArticle(1));
        String article = first.headers().firstValue("Location").orElseThrow();
        try (Reporters newsroom = new Reporters(archive, log, new AtomicInteger(2), 4, 1)) {
            newsroom.awaitTaken(20);
            fill(ballast, disk);
            assertThat(Trial.comesTrue(
                            Duration.ofSeconds(10), () -> newsroom.answers().containsKey("503")))
                    .as("writing is refused: %s", newsroom.answers())
                    .isTrue();
            HttpResponse<String> refused = archive.post(new SentArticle(0));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("disk is nearly full");
            assertThat(archive.status(article)).isEqualTo(200);
            // The first search of a process may take its time on a busy machine.
            assertThat(Trial.comesTrue(Duration.ofSeconds(30), () -> archive.total("/api/v1/articles") > 0))
                    .as("searching goes on")
                    .isTrue();

            Files.delete(ballast);
            long room = System.nanoTime();
            assertThat(Trial.comesTrue(Duration.ofSeconds(10), () -> newsroom.hasBeenTakenSince(room)))
                    .as("articles are taken in again")
                    .isTrue();
            newsroom.close();
            assertThat(newsroom.wrongAnswers()).isEmpty();
            Trial.report(NAME, "answers %s", newsroom.answers());
        }
        Ledger ledger = Ledger.of(archive.home(), log.acknowledged());
        Trial.report(NAME, "%s", ledger.summary());
        assertThat(ledger.lost()).isEmpty();
        assertThat(ledger.duplicates()).isEmpty();
    }

    /** Leaves half of what the archive keeps free. */
    private static void fill(Path ballast, Path disk) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (Files.getFileStore(disk).getUsableSpace() > GUARDED_MEGABYTES / 2L << 20) {
                out.write(megabyte);
            }
        }
    }
}

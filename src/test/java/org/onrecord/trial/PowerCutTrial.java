package org.onrecord.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.onrecord.database.TestServer;

/**
 * What a power cut leaves. PostgreSQL works on a file system of its own inside an image file; at the cut all its
 * processes are frozen and the image is copied. The copy holds what had been forced to disk and lacks what stood in the
 * operating system's memory only, which the killing of processes alone can never show. Needs root and loop devices, and
 * is skipped elsewhere.
 */
@EnabledOnOs(OS.LINUX)
class PowerCutTrial {

    private static final String NAME = "power cut";

    private static final long IMAGE_BYTES = 1024L * 1024 * 1024;

    @Test
    void nothingAcknowledgedIsLostWithTheArchivesSettings() throws Exception {
        assertThat(lostByCut(Set.of())).isZero();
    }

    @Test
    void acknowledgedArticlesAreLostWithoutFsync() throws Exception {
        assertThat(lostByCut(Set.of("fsync"))).isPositive();
    }

    private static int lostByCut(Set<String> waived) throws Exception {
        assumeThat(Trial.cycles(0, 1)).as("part of the full length only").isPositive();
        Path folder = Trial.folder("power-cut");
        Path image = folder.resolve("disk.image");
        Path mount = mounted(make(image), folder.resolve("disk"));
        Path copied = folder.resolve("copy.image");
        try (AckLog log = new AckLog(folder.resolve("acknowledged.log"))) {
            try (TestServer server = TestServer.open(mount.resolve("server"), waived)) {
                ingestUntilCut(
                        folder, mount, server, log, () -> Commands.run("cp", image.toString(), copied.toString()));
            }
            Path survivor = mounted(copied, folder.resolve("copy"));
            try (TestServer server = TestServer.open(survivor.resolve("server"), Set.of())) {
                Ledger ledger = LostWritesTrial.ledger(server, log);
                Trial.report(NAME, "%s off: %s", waived.isEmpty() ? "nothing" : waived, ledger.summary());
                return ledger.lost().size();
            } finally {
                Commands.run("umount", survivor.toString());
            }
        } finally {
            Commands.run("umount", mount.toString());
        }
    }

    private static void ingestUntilCut(Path folder, Path mount, TestServer server, AckLog log, Cut cut)
            throws Exception {
        ArchiveProcess archive = ArchiveProcess.start(folder.resolve("home"), LostWritesTrial.databaseOf(server));
        // The start is not what is tried: it is on disk before the first article comes.
        Commands.run("sync", "--file-system", mount.toString());
        try (Reporters newsroom = new Reporters(archive, log, new AtomicInteger(1), 4, 1)) {
            newsroom.awaitTaken(200);
            List<ProcessHandle> frozen = DatabaseProcesses.in(server.data());
            for (ProcessHandle process : frozen) {
                Commands.run("kill", "-STOP", Long.toString(process.pid()));
            }
            long before = bytesWritten(mount);
            cut.happen();
            assertThat(bytesWritten(mount))
                    .as("written while the image was copied")
                    .isEqualTo(before);
            archive.kill();
            frozen.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static Path make(Path image) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(IMAGE_BYTES);
        }
        Commands.run("mkfs.ext4", "-q", "-F", image.toString());
        return image;
    }

    /** The file system writes by itself once in five minutes only: what is on disk before was forced there. */
    private static Path mounted(Path image, Path at) throws IOException {
        Files.createDirectories(at);
        assumeThat(Commands.status("mount", "-o", "loop,commit=300", image.toString(), at.toString()))
                .as("loop devices may be mounted")
                .isZero();
        return at;
    }

    /** Sectors the loop device has written, the seventh of its counters. */
    private static long bytesWritten(Path mount) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/mounts"))) {
            String[] parts = line.split(" ");
            if (parts[1].equals(mount.toString())) {
                String device = Path.of(parts[0]).getFileName().toString();
                String counters =
                        Files.readString(Path.of("/sys/block", device, "stat")).strip();
                return 512 * Long.parseLong(counters.split("\\s+")[6]);
            }
        }
        throw new IOException(mount + " is not mounted");
    }

    /** What happens at the moment of the cut. */
    private interface Cut {

        void happen() throws IOException;
    }
}

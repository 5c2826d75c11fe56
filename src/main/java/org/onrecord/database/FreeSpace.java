package org.onrecord.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.onrecord.api.problem.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.util.unit.DataSize;

/**
 * Stops writing while there is still room: a PostgreSQL that cannot write its log ends itself and everybody's reading
 * with it. Looks before every transaction that may write, and before it waits its turn; those that only read go on.
 * Thread-safe.
 */
@Order(0)
final class FreeSpace implements TransactionExecutionListener {

    private static final Logger log = LoggerFactory.getLogger(FreeSpace.class);

    /** What unpacked programs (45 MB), a new data directory and its first log (56 MB) take, and as much again. */
    private static final DataSize NEW_ARCHIVE = DataSize.ofMegabytes(200);

    /** Two segments of its log, so that PostgreSQL can replay it and end with a checkpoint. */
    private static final DataSize RECOVERY = DataSize.ofMegabytes(32);

    private static final Duration RETRY = Duration.ofSeconds(60);

    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(500).toNanos();

    private final Path folder;
    private final DataSize minimum;
    private volatile boolean enough = true;
    private volatile long lastLook = System.nanoTime() - 2 * LOOK_EVERY_NANOS;

    /** @param minimum how much of the folder's disk stays free; below that nothing is written */
    FreeSpace(Path folder, DataSize minimum) {
        this.folder = folder;
        this.minimum = minimum;
    }

    /** Whether there is room to write. The answer is at most half a second old. */
    boolean enough() {
        if (System.nanoTime() - lastLook > LOOK_EVERY_NANOS) {
            lastLook = System.nanoTime();
            look();
        }
        return enough;
    }

    private void look() {
        long free;
        try {
            free = free(folder);
        } catch (IOException e) {
            log.warn("It cannot be told how much room there is on the disk of {}: {}", folder, e.toString());
            return;
        }
        boolean now = free >= minimum.toBytes();
        if (now != enough) {
            enough = now;
            if (now) {
                log.info("There is room again on the disk of {}; the archive takes in articles", folder);
            } else {
                log.error(
                        "Only {} MB are left on the disk of {}, less than {} MB: the archive takes in nothing until"
                                + " there is room again. Reading goes on",
                        DataSize.ofBytes(free).toMegabytes(),
                        folder,
                        minimum.toMegabytes());
            }
        }
    }

    /** Refuses a transaction that may write, before it takes a connection. */
    @Override
    public void beforeBegin(TransactionExecution transaction) {
        if (!transaction.isReadOnly() && !enough()) {
            throw new Unavailable(
                    "The archive's disk is nearly full: nothing is taken in or changed until there is room again."
                            + " Reading goes on.",
                    RETRY);
        }
    }

    /** Refuses to start where even that would need more room than there is. */
    static void refuseTooLittle(DatabaseFolders folders) {
        boolean fresh = !Files.exists(folders.marker());
        DataSize needed = fresh ? NEW_ARCHIVE : RECOVERY;
        try {
            long free = free(folders.home());
            if (free < needed.toBytes()) {
                throw new DatabaseRefused(
                        "The disk of " + folders.home() + " has "
                                + DataSize.ofBytes(free).toMegabytes() + " MB left; "
                                + (fresh ? "a new archive needs " : "PostgreSQL needs ") + needed.toMegabytes()
                                + " MB to start.",
                        "everything in " + folders.home(),
                        "make room, or move the whole folder to a larger disk and point onrecord.home to it. Delete"
                                + " nothing inside " + folders.data().getFileName() + ".");
            }
        } catch (IOException e) {
            log.warn("It cannot be told how much room there is on the disk of {}: {}", folders.home(), e.toString());
        }
    }

    private static long free(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }
}

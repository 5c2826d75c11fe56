package org.onrecord.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The right to run a database in a home folder: held by one process at a time and given back by the operating system
 * when that process ends, however it ends.
 */
final class HomeLock implements AutoCloseable {

    /** Far behind the text, so that whoever is refused can read it even where locks are mandatory. */
    private static final long LOCKED_BYTE = 1L << 40;

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock acquire(Path file) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw heldBy(file);
            }
            String holder = "process " + ProcessHandle.current().pid() + " since " + Instant.now() + "\n";
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(holder), 0);
            return new HomeLock(channel);
        } catch (OverlappingFileLockException e) {
            close(channel);
            throw heldBy(file);
        } catch (IOException e) {
            close(channel);
            throw new DatabaseRefused(
                    "The lock file " + file + " cannot be locked: " + e,
                    "everything in " + file.getParent(),
                    "give the user " + System.getProperty("user.name") + " the right to write to it, and keep the home"
                            + " folder on a file system that can lock files (local disks can, some network shares"
                            + " cannot).",
                    e);
        } catch (DatabaseRefused e) {
            close(channel);
            throw e;
        }
    }

    private static DatabaseRefused heldBy(Path file) {
        String holder;
        try {
            holder = Files.readString(file).strip();
        } catch (IOException e) {
            holder = "another process";
        }
        return new DatabaseRefused(
                "The archive in " + file.getParent() + " is already open: held by " + holder + ".",
                "everything, including the running archive.",
                "use the running one, stop it first, or give this one a home of its own with"
                        + " --onrecord.home=/another/folder.");
    }

    private static void close(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException ignored) {
                // Closing gives the lock back; a failure to close a file only read from loses nothing.
            }
        }
    }

    @Override
    public void close() {
        close(channel);
    }
}

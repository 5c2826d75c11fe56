package org.onrecord.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server processes an earlier run left behind on our data directory, and the pid file they leave. A process counts as
 * ours only if it runs our executable on our data directory; anything else is never touched. Used with the home's lock
 * held, so none of them belongs to a running archive.
 */
final class Orphans {

    private static final Logger log = LoggerFactory.getLogger(Orphans.class);

    private final Path data;
    private final Path postgres;

    /** @param postgres our executable, which may have been replaced since the orphan started */
    Orphans(Path data, Path postgres) {
        this.data = data;
        this.postgres = postgres;
    }

    /** Stops what is ours, cleanly if it can be done, and removes a pid file that names nobody of ours. */
    void clear() {
        List<ProcessHandle> ours = ours();
        if (!ours.isEmpty()) {
            log.warn("Stopping {} left behind by an earlier run on {}", ours, data);
            stop("INT", Duration.ofSeconds(60));
            stop("QUIT", Duration.ofSeconds(10));
            stop("KILL", Duration.ofSeconds(10));
        }
        removeStalePidFile();
    }

    private void stop(String signal, Duration patience) {
        List<ProcessHandle> left = ours();
        List<ProcessHandle> postmasters =
                left.stream().filter(this::namesOurData).toList();
        // Without their postmaster the others would wait for a client; with it, it stops them in good order.
        for (ProcessHandle process : postmasters.isEmpty() || !signal.equals("INT") ? left : postmasters) {
            send(signal, process);
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ours().isEmpty() && System.nanoTime() < deadline) {
            pause();
        }
    }

    private static void send(String signal, ProcessHandle process) {
        if (ServerUser.windows() || signal.equals("KILL")) {
            process.destroyForcibly();
            return;
        }
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stopping an earlier server", e);
        }
    }

    /** The processes that are ours, parents and children. */
    List<ProcessHandle> ours() {
        return ProcessHandle.allProcesses()
                .filter(process -> runsOurProgram(process) && (namesOurData(process) || worksInOurData(process)))
                .toList();
    }

    private boolean runsOurProgram(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.replaceFirst(" \\(deleted\\)$", ""))
                .filter(postgres.toString()::equals)
                .isPresent();
    }

    private boolean namesOurData(ProcessHandle process) {
        String[] arguments = process.info().arguments().orElse(new String[0]);
        int option = Arrays.asList(arguments).indexOf("-D");
        return option >= 0 && option + 1 < arguments.length && arguments[option + 1].equals(data.toString());
    }

    /** Backends overwrite their command line, but like their postmaster they work in the data directory. */
    private boolean worksInOurData(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                    .equals(data);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private void removeStalePidFile() {
        Path file = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return;
            }
            Optional<ProcessHandle> foreign =
                    ProcessHandle.of(pidIn(file)).filter(process -> namesOurData(process) || worksInOurData(process));
            if (foreign.isPresent()) {
                throw runByAnother(foreign.get());
            }
            log.info("Removing the pid file a killed server left in {}", data);
            Files.delete(file);
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "The pid file " + file + " of an earlier run cannot be read or removed: " + e,
                    "the data beside it",
                    "make sure that no PostgreSQL runs on " + data + ", delete the file and start again.",
                    e);
        }
    }

    private static long pidIn(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        try {
            return lines.isEmpty() ? 0 : Long.parseLong(lines.get(0).strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private DatabaseRefused runByAnother(ProcessHandle process) {
        return new DatabaseRefused(
                "Process " + process.pid() + " (" + process.info().command().orElse("of another user")
                        + ") works on the data directory " + data + ", and it was not started by this archive.",
                "the process and the data",
                "stop that process (pg_ctl stop, or its service), then start again.");
    }
}

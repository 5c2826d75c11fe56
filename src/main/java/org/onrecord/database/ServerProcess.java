package org.onrecord.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A running program of PostgreSQL that does not outlive us. It is the child of a small shell that watches a pipe from us:
 * when we end, however we end, the pipe closes and the shell stops the program. In a session of its own, so that a Ctrl-C
 * meant for the archive does not reach the database before the archive has finished with it.
 */
final class ServerProcess {

    /**
     * $1 is the signal that stops the program, the rest its command line. Descriptor 3 is our pipe; an asynchronous
     * command of a shell has no standard input, so it is put aside first.
     */
    private static final String WATCH = """
            trap '' INT TERM HUP
            signal=$1; shift
            exec 3<&0 </dev/null
            "$@" 3<&- &
            program=$!
            (
                read -r _ <&3
                kill -s "$signal" $program 2>/dev/null
                seconds=0
                while kill -0 $program 2>/dev/null && [ $seconds -lt 60 ]; do sleep 1; seconds=$((seconds + 1)); done
                kill -s QUIT $program 2>/dev/null
            ) >/dev/null 2>&1 &
            guard=$!
            exec 3<&-
            wait $program; status=$?
            kill -s KILL $guard 2>/dev/null
            exit $status
            """;

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private static final int REMEMBERED_LINES = 40;

    private final Process process;

    private final Thread reader;

    private final Deque<String> lastLines = new ArrayDeque<>();

    private ServerProcess(Process process, Consumer<String> listener) {
        this.process = process;
        this.reader = new Thread(() -> listen(listener), "onrecord-postgresql-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * @param stopSignal what a stop sends first: INT asks PostgreSQL to disconnect its clients and shut down cleanly
     * @param listener is told every line the program prints, on a thread of its own
     */
    static ServerProcess start(ServerUser user, String stopSignal, List<String> command, Consumer<String> listener)
            throws IOException {
        List<String> line = new ArrayList<>();
        if (ServerUser.windows()) {
            line.addAll(command);
        } else {
            if (Files.isExecutable(SETSID)) {
                line.add(SETSID.toString());
            }
            line.addAll(user.as(List.of("/bin/sh", "-c", WATCH, "onrecord-postgresql", stopSignal)));
            line.addAll(command);
        }
        return run(line, command, listener);
    }

    /** A short-lived program that reads what it shall do from us, and so ends with us by itself. */
    static ServerProcess startUnwatched(ServerUser user, List<String> command, Consumer<String> listener)
            throws IOException {
        return run(user.as(command), command, listener);
    }

    private static ServerProcess run(List<String> line, List<String> command, Consumer<String> listener)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.directory(Path.of(command.get(0)).getRoot().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return new ServerProcess(builder.start(), listener);
    }

    private void listen(Consumer<String> listener) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                remember(line);
                listener.accept(line);
            }
        } catch (IOException e) {
            remember("(output ends: " + e.getMessage() + ")");
        }
    }

    private synchronized void remember(String line) {
        if (lastLines.size() == REMEMBERED_LINES) {
            lastLines.removeFirst();
        }
        lastLines.addLast(line);
    }

    /** The last lines the program printed, one under the other. */
    synchronized String lastLines() {
        return String.join("\n", lastLines);
    }

    synchronized String lastLine() {
        return lastLines.isEmpty() ? "" : lastLines.getLast();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end and returns the exit status. */
    int await() throws InterruptedException {
        int status = process.waitFor();
        reader.join(1000);
        return status;
    }

    /** Waits for the end, but not for ever; the exit status, or -1 where the program had to be stopped. */
    int await(Duration patience) throws InterruptedException {
        if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return await();
        }
        stop();
        return -1;
    }

    /** What the program reads; for programs that are not watched. */
    OutputStream input() {
        return process.getOutputStream();
    }

    /** Asks the program to stop, cleanly first and after a minute less so, and waits for its end. */
    void stop() {
        try {
            if (ServerUser.windows()) {
                process.destroy();
            } else {
                process.getOutputStream().close();
            }
        } catch (IOException e) {
            process.destroy();
        }
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

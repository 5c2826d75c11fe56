package org.onrecord.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive's own PostgreSQL: a child process on a private data folder, started again when it dies, stopped with us.
 * Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** What the server is doing. */
    public enum State {
        STARTING,
        RUNNING,
        /** It died and is being started again; its data is safe. */
        RESTARTING,
        STOPPED
    }

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final Logger serverLog = LoggerFactory.getLogger("org.onrecord.database.server");

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    /** What kept it away may be gone at any moment, and ten seconds later the archive should work again. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final DatabaseFolders folders;
    private final ServerOptions options;
    private final Duration patience;
    private final HomeLock lock;
    private final ServerUser user;
    private final ServerPrograms programs;
    private final Thread supervisor;
    private volatile ServerAddress address;
    private volatile ServerProcess server;
    private volatile State state = State.STARTING;
    private volatile int restarts;
    private volatile Consumer<State> listener = changed -> {};

    /**
     * Opens the archive in a home folder and returns when it answers.
     *
     * @param patience how long the server may take to start; after a crash it first replays its log
     * @throws DatabaseRefused if going on could cost data, or cannot work
     */
    public static EmbeddedPostgres open(Path home, Duration patience) {
        return open(DatabaseFolders.in(home), ServerOptions.ARCHIVE, patience);
    }

    static EmbeddedPostgres open(DatabaseFolders folders, ServerOptions options, Duration patience) {
        return open(folders, options, patience, ServerUser.UNPRIVILEGED);
    }

    /** @param accounts what root may run the server as, best first */
    static EmbeddedPostgres open(
            DatabaseFolders folders, ServerOptions options, Duration patience, List<String> accounts) {
        HomeLock lock = HomeLock.acquire(folders.lock());
        try {
            return new EmbeddedPostgres(folders, options, patience, lock, accounts);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private EmbeddedPostgres(
            DatabaseFolders folders, ServerOptions options, Duration patience, HomeLock lock, List<String> accounts) {
        this.folders = folders;
        this.options = options;
        this.patience = patience;
        this.lock = lock;
        DataDirectory.refuseOtherMajor(folders);
        FreeSpace.refuseTooLittle(folders);
        this.user = ServerUser.of(folders, accounts);
        this.programs = programs();
        new DataDirectory(folders, programs, user, options).prepare();
        this.address = ServerAddress.read(DatabaseFolders.connectionFile(folders.data()));
        this.server = startOnAnyPort();
        this.state = State.RUNNING;
        log.info("PostgreSQL {} runs as {} and answers at {}", DatabaseFolders.MAJOR, user.name(), address);
        this.supervisor = new Thread(this::keepRunning, "onrecord-postgresql");
        this.supervisor.setDaemon(true);
        this.supervisor.start();
    }

    private ServerPrograms programs() {
        ServerPrograms expected = new ServerPrograms(folders.server());
        new Orphans(folders.data(), expected.postgres()).clear();
        return ServerPrograms.unpack(folders, user);
    }

    public State state() {
        return state;
    }

    /** How often the server has died and been started again since it was opened. */
    public int restarts() {
        return restarts;
    }

    /** Tells a listener when the server has died and when it answers again; called on the supervisor's thread. */
    void onChange(Consumer<State> newListener) {
        listener = newListener;
    }

    ServerAddress address() {
        return address;
    }

    DatabaseFolders folders() {
        return folders;
    }

    private ServerProcess startOnAnyPort() {
        for (int attempt = 1; ; attempt++) {
            if (!Ports.isFree(address.port())) {
                moveToAnotherPort();
            }
            try {
                return startServer();
            } catch (PortTaken e) {
                // Somebody was faster between our look and the server's.
                if (attempt == 5) {
                    throw notStarted("it finds no free port", e.lastLines);
                }
            }
        }
    }

    private void moveToAnotherPort() {
        int taken = address.port();
        address = address.at(Ports.choose());
        log.warn("Port {} is taken; PostgreSQL moves to {} and stays there", taken, address.port());
        try {
            address.write(DatabaseFolders.connectionFile(folders.data()), user);
        } catch (IOException e) {
            throw notStarted("its new port cannot be written down: " + e, "");
        }
    }

    private ServerProcess startServer() throws PortTaken {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            ServerProcess started = launch();
            try {
                if (awaitReady(started, deadline)) {
                    checkDurability();
                    return started;
                }
            } catch (RuntimeException e) {
                started.stop();
                throw e;
            }
            String lines = started.lastLines();
            if (lines.contains("could not bind") || lines.contains("Address already in use")) {
                throw new PortTaken(lines);
            }
            // Backends of a killed server let go of their memory within moments.
            if (!lines.contains("pre-existing shared memory block") || System.nanoTime() > deadline) {
                throw notStarted("it ended while starting", lines);
            }
            pause(Duration.ofMillis(500));
        }
    }

    private ServerProcess launch() {
        List<String> command = new ArrayList<>();
        command.add(programs.postgres().toString());
        command.add("-D");
        command.add(folders.data().toString());
        command.addAll(options.commandLine(folders, address.port()));
        try {
            return ServerProcess.start(user, "INT", command, this::relay);
        } catch (IOException e) {
            throw notStarted("its program cannot be run: " + e, "");
        }
    }

    /** The server's own words: what it does for us quietly, what troubles it aloud. */
    private void relay(String line) {
        boolean trouble = line.startsWith("PANIC:") || line.startsWith("FATAL:") || line.startsWith("WARNING:");
        // Clients that knock while it starts, or are still there when it stops, get told so with a FATAL.
        if (trouble && state == State.RUNNING) {
            serverLog.warn(line);
        } else {
            serverLog.debug(line);
        }
    }

    /** Whether the server got ready; false where it ended. Reports progress, for recovery can take minutes. */
    private boolean awaitReady(ServerProcess started, long deadline) {
        long nextReport = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!saysReady()) {
            if (!started.isAlive()) {
                awaitOutput(started);
                return false;
            }
            if (System.nanoTime() > deadline) {
                throw notStarted("it was not ready after " + patience.toSeconds() + " s", started.lastLines());
            }
            if (System.nanoTime() > nextReport) {
                log.info("PostgreSQL is still starting: {}", started.lastLine());
                nextReport += Duration.ofSeconds(5).toNanos();
            }
            pause(Duration.ofMillis(20));
        }
        return true;
    }

    private static void awaitOutput(ServerProcess ended) {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The server writes its condition into its pid file; pg_ctl reads it there too. */
    private boolean saysReady() {
        try {
            Path file = folders.data().resolve("postmaster.pid");
            return Files.exists(file)
                    && Files.readAllLines(file).stream()
                            .anyMatch(line -> line.strip().equals("ready"));
        } catch (IOException e) {
            return false;
        }
    }

    private void checkDurability() {
        if (!options.waived().isEmpty()) {
            return;
        }
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.role(), address.password());
                Statement statement = connection.createStatement()) {
            for (String setting : ServerOptions.DURABILITY) {
                try (ResultSet result = statement.executeQuery("SHOW " + setting)) {
                    result.next();
                    if (!result.getString(1).equals("on")) {
                        throw notDurable(setting, result.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            throw notStarted("the archive cannot sign in: " + e.getMessage(), "");
        }
    }

    private DatabaseRefused notDurable(String setting, String value) {
        return new DatabaseRefused(
                "PostgreSQL's setting " + setting + " is " + value + " for the archive's sessions, not on: a power cut"
                        + " could lose articles that were acknowledged.",
                "the data in " + folders.data(),
                "take back what changed it, most likely ALTER ROLE " + address.role() + " RESET " + setting
                        + " or ALTER DATABASE " + address.database() + " RESET " + setting
                        + ", through the socket in " + folders.socket() + " (docs/operations.md).");
    }

    private DatabaseRefused notStarted(String why, String lastLines) {
        return new DatabaseRefused(
                "PostgreSQL did not start: " + why + "."
                        + (lastLines.isEmpty()
                                ? ""
                                : " Its last words:\n" + lastLines.indent(4).stripTrailing()),
                "the data in " + folders.data() + "; what PostgreSQL was doing is repeated by the next start.",
                "do what its last words ask for (room on the disk, rights, memory) and start again; take a copy of the"
                        + " data folder before trying anything else.");
    }

    private void keepRunning() {
        try {
            while (true) {
                int status = server.await();
                if (state == State.STOPPED) {
                    return;
                }
                state = State.RESTARTING;
                listener.accept(state);
                log.error("PostgreSQL ended by itself (status {}): {}", status, server.lastLine());
                restart();
            }
        } catch (InterruptedException e) {
            // Closing interrupts the supervisor; there is nothing left to supervise.
        }
    }

    private void restart() throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            Thread.sleep(pause.toMillis());
            try {
                new Orphans(folders.data(), programs.postgres()).clear();
                adopt(startServer());
                listener.accept(state);
                return;
            } catch (PortTaken | RuntimeException e) {
                if (Thread.currentThread().isInterrupted() || state == State.STOPPED) {
                    throw new InterruptedException();
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                log.error(
                        "PostgreSQL could not be started again; next try in {} s. {}",
                        pause.toMillis() / 1000.0,
                        e.getMessage());
            }
        }
    }

    private synchronized void adopt(ServerProcess started) throws InterruptedException {
        if (state == State.STOPPED) {
            started.stop();
            throw new InterruptedException();
        }
        server = started;
        restarts++;
        state = State.RUNNING;
        log.info("PostgreSQL runs again");
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL was starting", e);
        }
    }

    /** Stops the server cleanly and gives the home free. Everything acknowledged is on disk before and after. */
    @Override
    public void close() {
        ServerProcess last;
        synchronized (this) {
            if (state == State.STOPPED) {
                return;
            }
            state = State.STOPPED;
            last = server;
        }
        supervisor.interrupt();
        last.stop();
        try {
            supervisor.join(Duration.ofSeconds(100).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lock.close();
        log.info("PostgreSQL has stopped");
    }

    /** The server could not have the port. */
    private static final class PortTaken extends Exception {

        private final String lastLines;

        PortTaken(String lastLines) {
            super(lastLines);
            this.lastLines = lastLines;
        }
    }
}

package org.onrecord.search.indexing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.engine.IndexEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Prevents two archives from working on one database unless they share one index. An archive's own index would not
 * contain what the other writes, and would go on showing what the other deleted. The claim is an advisory lock held by a
 * session of PostgreSQL, so it ends with the process, however that ends; if the machine vanishes, within half a minute.
 * An archive that has lost the claim to another, which can happen when PostgreSQL restarts, stops.
 */
@Component
class IndexClaim implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexClaim.class);

    /** The lock's key; any number that nothing else uses. */
    static final long LOCK = 0x4f6e5265636f7265L;

    private static final String TAKE = "select pg_try_advisory_lock(?)";
    private static final String TAKE_SHARED = "select pg_try_advisory_lock_shared(?)";

    /** Lets the server notice when the archive's machine is gone; has no effect on Unix sockets. */
    private static final String KEEPALIVES = """
            select set_config('tcp_keepalives_idle', '10', false),
                   set_config('tcp_keepalives_interval', '5', false),
                   set_config('tcp_keepalives_count', '3', false)
            """;

    /** Who holds the lock, as far as PostgreSQL knows. */
    private static final String HOLDER = """
            select coalesce(host(a.client_addr), 'its own machine') || ' since '
                || to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and a.datname = current_database()
              and (l.classid::bigint << 32 | l.objid::bigint) = ?
            order by a.backend_start limit 1
            """;

    /** How long a start waits for another archive to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(250);

    /** How often the session is checked. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final int SECONDS_TO_ANSWER = 5;

    private final JdbcConnectionDetails database;
    private final boolean shared;
    private final Duration patience;
    private final Runnable archiveStop;
    private @Nullable Connection session;
    private @Nullable String holder;
    private long seen;

    @Autowired
    IndexClaim(JdbcConnectionDetails database, IndexEngine engine, ConfigurableApplicationContext archive) {
        this(database, engine.isShared(), PATIENCE, archive::close);
    }

    /**
     * @param shared whether several archives may hold it together
     * @param patience how long a start waits
     * @param archiveStop stops this archive if it lost the claim
     */
    IndexClaim(JdbcConnectionDetails database, boolean shared, Duration patience, Runnable archiveStop) {
        this.database = database;
        this.shared = shared;
        this.patience = patience;
        this.archiveStop = archiveStop;
    }

    /**
     * Takes the claim; waits a while if another archive has it.
     *
     * @throws IndexClaimed if another archive has it
     */
    @Override
    public void start() {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean waits = false;
        while (!take()) {
            if (System.nanoTime() > deadline) {
                throw new IndexClaimed(holder);
            }
            if (!waits) {
                log.info("{}; waiting for it to end", new IndexClaimed(holder).getMessage());
                waits = true;
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for another archive to end", e);
            }
        }
    }

    /**
     * Makes sure that the claim is held, before anything is indexed. If another archive has taken it, this one stops.
     *
     * @return whether it was held without a break since the last call
     * @throws IndexClaimed if another archive has taken it
     * @throws DataAccessResourceFailureException if the database does not answer
     */
    boolean hold() {
        Connection before = held();
        if (take()) {
            return before == held();
        }
        var lost = new IndexClaimed(holder);
        log.error("{}; this one stops, for it can no longer know what is in the archive", lost.getMessage());
        // In a thread of its own, because stopping waits for the indexing thread, which calls this.
        new Thread(archiveStop, "stop").start();
        throw lost;
    }

    private synchronized @Nullable Connection held() {
        return session;
    }

    /** Whether it is held now. */
    private synchronized boolean take() {
        try {
            if (session != null && System.nanoTime() - seen < FRESH.toNanos()) {
                return true;
            }
            if (session == null || !session.isValid(SECONDS_TO_ANSWER)) {
                release();
                session = taken();
            }
            seen = System.nanoTime();
            return session != null;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the database does not answer", e);
        }
    }

    /** A session that holds it; null if another archive does. */
    private @Nullable Connection taken() throws SQLException {
        Connection connection =
                DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        boolean held = false;
        try {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql(KEEPALIVES).query().singleRow();
            held = jdbc.sql(shared ? TAKE_SHARED : TAKE)
                    .param(LOCK)
                    .query(Boolean.class)
                    .single();
            holder = held
                    ? null
                    : jdbc.sql(HOLDER)
                            .param(LOCK)
                            .query(String.class)
                            .optional()
                            .orElse(null);
            return held ? connection : null;
        } finally {
            if (!held) {
                connection.close();
            }
        }
    }

    /** Forgets the session first, so that it is forgotten even if it cannot be closed. */
    private void release() throws SQLException {
        Connection ended = session;
        session = null;
        if (ended != null) {
            ended.close();
        }
    }

    @Override
    public synchronized void stop() {
        try {
            release();
        } catch (SQLException gone) {
            log.debug("The session was gone already", gone);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return session != null;
    }

    /** Starts before {@link IndexingThread} and stops after it. */
    @Override
    public int getPhase() {
        return IndexingThread.PHASE - 1;
    }
}

package org.onrecord.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A PostgreSQL for trials, run like the archive's own but, where the trial wants it, less careful. */
public final class TestServer implements JdbcConnectionDetails, AutoCloseable {

    private final EmbeddedPostgres postgres;

    private TestServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** @param waived which of fsync, full_page_writes and synchronous_commit are off */
    public static TestServer open(Path home, Set<String> waived) {
        return new TestServer(EmbeddedPostgres.open(
                TestHome.folders(home), new ServerOptions(waived, false, 60), Duration.ofSeconds(120)));
    }

    @Override
    public String getUsername() {
        return postgres.address().role();
    }

    @Override
    public String getPassword() {
        return postgres.address().password();
    }

    @Override
    public String getJdbcUrl() {
        return postgres.address().jdbcUrl();
    }

    /** PostgreSQL's data directory. */
    public Path data() {
        return postgres.folders().data();
    }

    /** How often it has died and been started again. */
    public int restarts() {
        return postgres.restarts();
    }

    @Override
    public void close() {
        postgres.close();
    }
}

package org.onrecord.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.database.TestDatabase;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running archive with an index of its own, and others that want its database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IndexClaimIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Sessions that have or await the claim. */
    private static final String SESSIONS = """
            from pg_locks where locktype = 'advisory' and (classid::bigint << 32 | objid::bigint) = %d
              and database = (select oid from pg_database where datname = current_database())
            """.formatted(IndexClaim.LOCK);

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private ConfigurableApplicationContext archive;

    @BeforeAll
    void anArchive(@TempDir Path home) {
        archive = database.startArchive(home, "--onrecord.search.backend=lucene");
    }

    @AfterAll
    void close() {
        archive.close();
        database.close();
    }

    @Test
    @Order(1)
    void anotherArchiveIsRefusedWhateverItsIndex() {
        for (boolean shared : new boolean[] {false, true}) {
            var other = claim(database, shared);
            assertThatThrownBy(other::start)
                    .isInstanceOf(IndexClaimed.class)
                    .hasMessageMatching("Another archive works on this database, from .+ since 2.+Z");
            assertThat(other.isRunning()).isFalse();
        }
    }

    @Test
    @Order(2)
    void archivesOnASharedIndexShareTheDatabase() {
        try (var another = TestDatabase.create()) {
            var first = claim(another, true);
            var second = claim(another, true);
            var alone = claim(another, false);
            first.start();
            second.start();
            assertThatThrownBy(alone::start).isInstanceOf(IndexClaimed.class);
            first.stop();
            second.stop();
            alone.start();
            assertThat(alone.isRunning()).isTrue();
            alone.stop();
        }
    }

    @Test
    @Order(3)
    void aStartWaitsForAnArchiveThatIsAboutToEnd() throws Exception {
        try (var another = TestDatabase.create()) {
            var ending = claim(another, false);
            ending.start();
            var tries = new CountDownLatch(2);
            var starting = new IndexClaim(noting(another, tries), false, PATIENCE, () -> {});
            var started = CompletableFuture.runAsync(starting::start);
            assertThat(tries.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            ending.stop();
            started.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(starting.isRunning()).isTrue();
            starting.stop();
        }
    }

    @Test
    @Order(4)
    void itIsTakenAgainWhenItsSessionEndsWhichIsToldOnce() {
        try (var another = TestDatabase.create()) {
            var claim = claim(another, false);
            claim.start();
            assertThat(claim.hold()).isTrue();
            assertThat(JdbcClient.create(another.dataSource())
                            .sql("select pg_terminate_backend(pid) " + SESSIONS)
                            .query(Boolean.class)
                            .list())
                    .containsExactly(true);
            await().atMost(PATIENCE).until(() -> !claim.hold());
            assertThat(claim.hold()).isTrue();
            claim.stop();
        }
        int before = holder();
        end(before);
        await().atMost(PATIENCE).until(() -> count("granted") == 1 && holder() != before);
    }

    @Test
    @Order(5)
    void anArchiveThatLostItStops() throws Exception {
        try (Connection other = database.dataSource().getConnection()) {
            var taken = CompletableFuture.runAsync(() -> take(other));
            await().atMost(PATIENCE).until(() -> count("not granted") == 1);
            end(holder());
            taken.join();
            await().atMost(PATIENCE).until(() -> !archive.isActive());
        }
    }

    private static IndexClaim claim(TestDatabase database, boolean shared) {
        return new IndexClaim(database, shared, Duration.ZERO, () -> {});
    }

    /** The same database, telling whenever somebody connects. */
    private static JdbcConnectionDetails noting(TestDatabase database, CountDownLatch connections) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return database.getUsername();
            }

            @Override
            public String getPassword() {
                return database.getPassword();
            }

            @Override
            public String getJdbcUrl() {
                connections.countDown();
                return database.getJdbcUrl();
            }
        };
    }

    private static void take(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = 0");
            statement.execute("select pg_advisory_lock(" + IndexClaim.LOCK + ")");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int count(String which) {
        return jdbc.sql("select count(*) " + SESSIONS + " and " + which)
                .query(Integer.class)
                .single();
    }

    /** The server process of the session that has it; 0 where nobody has. */
    private int holder() {
        return jdbc.sql("select coalesce(max(pid), 0) " + SESSIONS + " and granted")
                .query(Integer.class)
                .single();
    }

    private void end(int session) {
        assertThat(jdbc.sql("select pg_terminate_backend(:session)")
                        .param("session", session)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}

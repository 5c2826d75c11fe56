package org.onrecord.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.onrecord.database.TestServer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The proof that R2 can fail: the same archive, the same writers and the same kill, on a PostgreSQL that does not wait
 * for the disk. If nothing were lost here, that nothing is lost in R2 would mean nothing.
 */
@EnabledOnOs(OS.LINUX)
class LostWritesTrial {

    private static final String NAME = "R2, careless";

    @Test
    void acknowledgedArticlesAreLostWhereCommitsAreNotWaitedFor() throws Exception {
        Path folder = Trial.folder("R2-careless");
        try (TestServer server = TestServer.open(
                        folder.resolve("server"), Set.of("fsync", "full_page_writes", "synchronous_commit"));
                AckLog log = new AckLog(folder.resolve("acknowledged.log"))) {
            ArchiveProcess archive = ArchiveProcess.start(folder.resolve("home"), databaseOf(server));
            try {
                int lost = 0;
                AtomicInteger next = new AtomicInteger(1);
                int attempts = 10;
                for (int attempt = 1; attempt <= attempts && lost == 0; attempt++) {
                    lost = lostByKilling(server, archive, log, next);
                    Trial.report(
                            NAME,
                            "kill %d: %d acknowledged, %d lost",
                            attempt,
                            log.acknowledged().size(),
                            lost);
                }
                assertThat(lost).as("acknowledged articles lost").isPositive();
            } finally {
                archive.kill();
            }
        }
    }

    static String[] databaseOf(JdbcConnectionDetails server) {
        return new String[] {
            "--spring.datasource.url=" + server.getJdbcUrl(),
            "--spring.datasource.username=" + server.getUsername(),
            "--spring.datasource.password=" + server.getPassword()
        };
    }

    private static int lostByKilling(TestServer server, ArchiveProcess archive, AckLog log, AtomicInteger next)
            throws Exception {
        int restarts = server.restarts();
        try (Reporters newsroom = new Reporters(archive, log, next, 4, 1)) {
            newsroom.awaitTaken(200);
            DatabaseProcesses.kill(server.data());
        }
        assertThat(Trial.comesTrue(Duration.ofSeconds(120), () -> server.restarts() > restarts))
                .isTrue();
        return ledger(server, log).lost().size();
    }

    static Ledger ledger(JdbcConnectionDetails server, AckLog log) throws Exception {
        return Ledger.of(
                JdbcClient.create(
                        new DriverManagerDataSource(server.getJdbcUrl(), server.getUsername(), server.getPassword())),
                log.acknowledged());
    }
}

package org.onrecord.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** R1: the application is killed while articles come in, at a random moment, again and again on one archive. */
@EnabledOnOs(OS.LINUX)
class IngestKillTrial {

    private static final String NAME = "R1";

    private static final int TAKEN_BEFORE_A_KILL = 10;

    @Test
    void nothingAcknowledgedIsLostWhenTheApplicationIsKilled() throws Exception {
        Random random = Trial.random(NAME);
        Path home = Application.home(Trial.folder(NAME));
        AtomicInteger next = new AtomicInteger(1);
        int cycles = Trial.cycles(5, 50);
        try (AckLog log = new AckLog(home.resolveSibling("acknowledged.log"))) {
            for (int cycle = 1; cycle <= cycles; cycle++) {
                ArchiveProcess archive = ArchiveProcess.start(home);
                check(archive, log, "before kill %d of %d".formatted(cycle, cycles));
                killDuringIngest(archive, log, next, random);
            }
            ArchiveProcess archive = ArchiveProcess.start(home);
            check(archive, log, "after the last kill");
            assertThat(log.acknowledged()).hasSizeGreaterThanOrEqualTo(cycles * TAKEN_BEFORE_A_KILL);
            archive.terminate();
            archive.exitStatus(Duration.ofSeconds(60));
        }
    }

    private static void killDuringIngest(ArchiveProcess archive, AckLog log, AtomicInteger next, Random random) {
        try (Reporters newsroom = new Reporters(archive, log, next, 4, 1)) {
            newsroom.awaitTaken(TAKEN_BEFORE_A_KILL);
            Trial.pause(Duration.ofMillis(random.nextInt(3000)));
            archive.kill();
            assertThat(newsroom.wrongAnswers()).isEmpty();
        }
        assertThat(Trial.comesTrue(
                        Duration.ofSeconds(60),
                        () -> archive.databaseProcesses().isEmpty()))
                .as("PostgreSQL ends with the application")
                .isTrue();
    }

    private static void check(ArchiveProcess archive, AckLog log, String when) throws Exception {
        Ledger ledger = Ledger.of(archive.home(), log.acknowledged());
        Trial.report(NAME, "%s: %s", when, ledger.summary());
        assertThat(ledger.lost()).isEmpty();
        assertThat(ledger.duplicates()).isEmpty();
        assertThat(ledger.withoutQuotes()).isEmpty();
        assertThat(Trial.comesTrue(Duration.ofSeconds(60), () -> archive.total("/api/v1/articles") == ledger.stored()))
                .as("search finds all %d of them within a minute", ledger.stored())
                .isTrue();
    }
}

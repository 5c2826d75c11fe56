package org.onrecord.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** R3: application and PostgreSQL are killed at once, and the very first start is killed while it makes the database. */
@EnabledOnOs(OS.LINUX)
class DoubleKillTrial {

    private static final String NAME = "R3";

    @Test
    void theNextStartWorksWhenBothAreKilledAtOnce() throws Exception {
        Random random = Trial.random(NAME);
        Path home = Application.home(Trial.folder(NAME));
        AtomicInteger next = new AtomicInteger(1);
        int cycles = Trial.cycles(2, 20);
        try (AckLog log = new AckLog(home.resolveSibling("acknowledged.log"))) {
            for (int cycle = 1; cycle <= cycles; cycle++) {
                ArchiveProcess archive = ArchiveProcess.start(home);
                Ledger ledger = Ledger.of(home, log.acknowledged());
                Trial.report(NAME, "before kill %d of %d: %s", cycle, cycles, ledger.summary());
                assertThat(ledger.lost()).isEmpty();
                assertThat(ledger.duplicates()).isEmpty();
                assertThat(ledger.withoutQuotes()).isEmpty();
                try (Reporters newsroom = new Reporters(archive, log, next, 4, 1)) {
                    newsroom.awaitTaken(10);
                    Trial.pause(Duration.ofMillis(random.nextInt(3000)));
                    ProcessHandle.of(archive.pid()).ifPresent(ProcessHandle::destroyForcibly);
                    DatabaseProcesses.kill(home.resolve("pg18"));
                    archive.kill();
                    assertThat(newsroom.wrongAnswers()).isEmpty();
                }
            }
            ArchiveProcess archive = ArchiveProcess.start(home);
            assertThat(Ledger.of(home, log.acknowledged()).lost()).isEmpty();
            archive.terminate();
            archive.exitStatus(Duration.ofSeconds(60));
        }
    }

    @Test
    void theNextStartWorksWhenTheFirstIsKilledWhileItMakesTheDatabase() throws Exception {
        int step = Trial.cycles(500, 50);
        for (int delay = step; delay <= Trial.cycles(1000, 2000); delay += step) {
            Path home = Application.home(Trial.folder(NAME + "-initdb"));
            killFirstStart(home, Duration.ofMillis(delay));
            ArchiveProcess archive = ArchiveProcess.start(home);
            assertThat(archive.status("/api/v1/outlets")).isEqualTo(200);
            archive.terminate();
            archive.exitStatus(Duration.ofSeconds(60));
            assertThat(archive.databaseProcesses()).isEmpty();
        }
    }

    private static void killFirstStart(Path home, Duration delay) throws Exception {
        ArchiveProcess archive = ArchiveProcess.launch(home);
        assertThat(Trial.comesTrue(
                        ArchiveProcess.START, () -> archive.hasLogged("Making a new PostgreSQL") || !archive.isAlive()))
                .isTrue();
        Trial.pause(delay);
        archive.kill();
        boolean whole = home.resolve("pg18").toFile().exists();
        Trial.report(
                NAME,
                "killed %d ms into making the database, which was %s",
                delay.toMillis(),
                whole ? "whole" : "not there yet");
    }
}

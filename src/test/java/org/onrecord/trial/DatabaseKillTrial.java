package org.onrecord.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** R2: PostgreSQL is killed under load, the whole of it or one backend; the application is not restarted. */
@EnabledOnOs(OS.LINUX)
class DatabaseKillTrial {

    private static final String NAME = "R2";

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(3);

    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(10);

    @Test
    void nothingIsLostAndTheArchiveHealsByItselfWhenItsDatabaseIsKilled() throws Exception {
        Random random = Trial.random(NAME);
        Path home = Application.home(Trial.folder(NAME));
        int cycles = Trial.cycles(4, 20);
        ArchiveProcess archive = ArchiveProcess.start(home);
        try (AckLog log = new AckLog(home.resolveSibling("acknowledged.log"))) {
            warmUp(archive, log);
            try (Reporters newsroom = new Reporters(archive, log, new AtomicInteger(1000), 4, 1)) {
                for (int cycle = 1; cycle <= cycles; cycle++) {
                    Trial.pause(Duration.ofMillis(500 + random.nextInt(2000)));
                    boolean whole = cycle % 2 == 1;
                    kill(archive, newsroom, whole, random, "cycle %d of %d".formatted(cycle, cycles));
                }
                newsroom.close();
                check(archive, log, newsroom);
            }
        } finally {
            archive.terminate();
            archive.exitStatus(Duration.ofSeconds(60));
        }
        assertThat(archive.databaseProcesses()).isEmpty();
    }

    /** A virtual machine that has just started answers slowly; that is not what is tried here. */
    private static void warmUp(ArchiveProcess archive, AckLog log) {
        try (Reporters newsroom = new Reporters(archive, log, new AtomicInteger(1), 4, 1)) {
            newsroom.awaitTaken(100);
        }
    }

    private static void kill(ArchiveProcess archive, Reporters newsroom, boolean whole, Random random, String cycle) {
        Path data = archive.home().resolve("pg18");
        long killed = System.nanoTime();
        boolean seenAway = false;
        if (whole) {
            DatabaseProcesses.kill(data);
            // Half a second of absence may pass between two looks, so that it was seen is told and not asked.
            seenAway = Trial.comesTrue(Duration.ofSeconds(3), () -> !archive.isReady());
            assertThat(archive.isLive()).as("live while the database is away").isTrue();
        } else {
            List<ProcessHandle> backends = DatabaseProcesses.backends(data);
            backends.get(random.nextInt(backends.size())).destroyForcibly();
        }
        assertThat(Trial.comesTrue(Duration.ofSeconds(120), () -> Ledger.answers(archive.home())))
                .as("PostgreSQL is started again")
                .isTrue();
        long returned = System.nanoTime();
        assertThat(Trial.comesTrue(LONGEST_ABSENCE, () -> newsroom.hasBeenTakenSince(returned) && archive.isReady()))
                .as("articles are taken in and the archive is ready again: %s", newsroom.answers())
                .isTrue();
        Trial.report(
                NAME,
                "%s: %s killed%s; PostgreSQL answers after %d ms, the archive %d ms later",
                cycle,
                whole ? "all of PostgreSQL" : "one backend",
                seenAway ? " and readiness seen down" : "",
                (returned - killed) / 1_000_000,
                (System.nanoTime() - returned) / 1_000_000);
    }

    private static void check(ArchiveProcess archive, AckLog log, Reporters newsroom) throws Exception {
        Ledger ledger = Ledger.of(archive.home(), log.acknowledged());
        Trial.report(
                NAME,
                "%s; answers %s, slowest %d ms",
                ledger.summary(),
                newsroom.answers(),
                newsroom.slowest().toMillis());
        assertThat(ledger.lost()).isEmpty();
        assertThat(ledger.duplicates()).isEmpty();
        assertThat(ledger.withoutQuotes()).isEmpty();
        assertThat(newsroom.wrongAnswers()).isEmpty();
        assertThat(newsroom.answers().keySet()).isSubsetOf("200", "201", "503");
        assertThat(newsroom.slowest()).isLessThan(LONGEST_ANSWER);
    }
}

package org.onrecord.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * R2, held: PostgreSQL is killed and cannot be started again for a while, because its program is not where it was. What
 * everybody is told meanwhile, and that the archive heals by itself when the program is back.
 */
@EnabledOnOs(OS.LINUX)
class DatabaseAwayTrial {

    private static final String NAME = "R2, held away";

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(3);

    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(10);

    private static final int LOOKS = 5;

    @Test
    void everybodyIsToldToComeBackAndTheArchiveHealsByItself() throws Exception {
        Path home = Application.home(Trial.folder("R2-held"));
        Path program = home.resolve("pg18-server/bin/postgres");
        Path elsewhere = program.resolveSibling("postgres.away");
        ArchiveProcess archive = ArchiveProcess.start(home);
        try {
            String article = archive.post(new SentArticle(1))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();

            Files.move(program, elsewhere);
            DatabaseProcesses.kill(home.resolve("pg18"));
            assertThat(Trial.comesTrue(LONGEST_ABSENCE, () -> !archive.isReady()))
                    .as("not ready while the database is away")
                    .isTrue();
            for (int look = 1; look <= LOOKS; look++) {
                assertThat(archive.isReady()).as("ready").isFalse();
                assertThat(archive.isLive()).as("live").isTrue();
                assertAsksToComeBack(() -> archive.get(article));
                assertAsksToComeBack(() -> archive.post(new SentArticle(2)));
            }

            Files.move(elsewhere, program);
            long returned = System.nanoTime();
            assertThat(Trial.comesTrue(LONGEST_ABSENCE, () -> archive.isReady() && archive.status(article) == 200))
                    .as("ready again")
                    .isTrue();
            assertThat(archive.post(new SentArticle(2)).statusCode()).isEqualTo(201);
            Trial.report(NAME, "healed %d ms after its program was back", (System.nanoTime() - returned) / 1_000_000);
        } finally {
            archive.terminate();
            archive.exitStatus(Duration.ofSeconds(60));
        }
        assertThat(archive.databaseProcesses()).isEmpty();
    }

    private static void assertAsksToComeBack(Request request) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer = request.send();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(took).isLessThan(LONGEST_ANSWER);
    }

    private interface Request {

        HttpResponse<String> send() throws Exception;
    }
}

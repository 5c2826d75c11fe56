package org.onrecord.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.onrecord.database.HandmadeServer;

/** The archive on a PostgreSQL that somebody else has made and runs: the URL is all it takes. */
@EnabledOnOs(OS.LINUX)
class GivenDatabaseTrial {

    @Test
    void keepsItsArticlesThereAndMakesNoDatabaseOfItsOwn() throws Exception {
        Path folder = Trial.folder("given-database");
        Path home = folder.resolve("home");
        try (HandmadeServer server = HandmadeServer.start(folder.resolve("server"));
                AckLog log = new AckLog(folder.resolve("acknowledged.log"))) {
            String article;
            ArchiveProcess first = ArchiveProcess.start(home, LostWritesTrial.databaseOf(server));
            try (Reporters newsroom = new Reporters(first, log, new AtomicInteger(1), 4, 1)) {
                newsroom.awaitTaken(20);
                newsroom.close();
                assertThat(newsroom.wrongAnswers()).isEmpty();
                article = first.post(new SentArticle(0))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
            }
            end(first);
            assertThat(LostWritesTrial.ledger(server, log).lost()).isEmpty();
            assertThat(home.resolve("pg18")).doesNotExist();
            assertThat(home.resolve("pg18-server")).doesNotExist();

            ArchiveProcess second = ArchiveProcess.start(home, LostWritesTrial.databaseOf(server));
            assertThat(second.status(article)).isEqualTo(200);
            end(second);
        }
    }

    private static void end(ArchiveProcess archive) throws InterruptedException {
        archive.terminate();
        assertThat(archive.exitStatus(Duration.ofSeconds(60))).isEqualTo(143);
    }
}

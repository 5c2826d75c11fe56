package org.onrecord.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** R12: a data folder that an earlier release filled, its jar named by {@code -Dtrial.before}, is opened by this one. */
@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(named = "trial.before", matches = ".+")
class UpgradeTrial {

    private static final String NAME = "R12";

    @Test
    void everythingAnEarlierReleaseKeptIsThereAndFound() throws Exception {
        Path before = Path.of(Objects.requireNonNull(System.getProperty("trial.before")));
        Path home = Application.home(Trial.folder(NAME));
        try (AckLog log = new AckLog(home.resolveSibling("acknowledged.log"))) {
            ArchiveProcess earlier = ArchiveProcess.start(Application.jar(before), home);
            try (Reporters newsroom = new Reporters(earlier, log, new AtomicInteger(1), 2, 1)) {
                newsroom.awaitTaken(100);
            }
            earlier.terminate();
            earlier.exitStatus(Duration.ofSeconds(60));

            ArchiveProcess archive = ArchiveProcess.start(home);
            Ledger ledger = Ledger.of(home, log.acknowledged());
            Trial.report(NAME, "%s", ledger.summary());
            assertThat(ledger.lost()).isEmpty();
            assertThat(ledger.duplicates()).isEmpty();
            assertThat(ledger.withoutQuotes()).isEmpty();
            assertThat(Trial.comesTrue(
                            Duration.ofSeconds(60), () -> archive.total("/api/v1/articles") == ledger.stored()))
                    .as("search finds all %d of them within a minute", ledger.stored())
                    .isTrue();
            archive.terminate();
            archive.exitStatus(Duration.ofSeconds(60));
        }
    }
}

package org.onrecord.database;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTests {

    @TempDir
    private Path home;

    @Test
    void aSecondHolderIsToldWhoTheFirstIs() {
        Path file = home.resolve("lock");
        try (HomeLock held = HomeLock.acquire(file)) {
            assertThatExceptionOfType(DatabaseRefused.class)
                    .isThrownBy(() -> HomeLock.acquire(file))
                    .withMessageContaining("process " + ProcessHandle.current().pid())
                    .withMessageContaining("--onrecord.home=");
        }
    }

    @Test
    void isFreeAgainWhenItsHolderHasGone() {
        Path file = home.resolve("lock");
        HomeLock.acquire(file).close();
        assertThatNoException().isThrownBy(() -> HomeLock.acquire(file).close());
    }

    @Test
    void whatCannotBeLockedIsRefusedWithARemedy() {
        assertThatExceptionOfType(DatabaseRefused.class)
                .isThrownBy(() -> HomeLock.acquire(home.resolve("missing").resolve("lock")))
                .withMessageContaining("cannot be locked")
                .withMessageContaining("What to do:");
    }
}

package org.onrecord.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class GateTests {

    private final Gate gate = new Gate(1, Duration.ZERO, "Too much at the moment.");

    private CompletableFuture<String> elsewhere() {
        return CompletableFuture.supplyAsync(() -> gate.through(() -> "done"));
    }

    @Test
    void turnsAwayWhoeverWouldWaitTooLong() {
        try (Gate.Place place = gate.enter()) {
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> elsewhere().join())
                    .havingCause()
                    .isInstanceOfSatisfying(Overloaded.class, refused -> {
                        assertThat(refused).hasMessage("Too much at the moment.");
                        assertThat(refused.retryAfter()).hasSeconds(5);
                    });
        }
        assertThat(elsewhere().join()).isEqualTo("done");
    }

    @Test
    void letsInAgainWhoIsInside() {
        assertThat(gate.<String>through(() -> gate.through(() -> "inside twice")))
                .isEqualTo("inside twice");
        assertThat(elsewhere().join()).isEqualTo("done");
    }

    @Test
    void aPlaceIsFreeAgainWhenWorkFails() {
        assertThatIllegalStateException()
                .isThrownBy(() -> gate.through(() -> {
                    throw new IllegalStateException("work failed");
                }));
        assertThat(elsewhere().join()).isEqualTo("done");
    }

    @Test
    void waitsForAPlaceAsLongAsItsPatienceLasts() {
        var patient = new Gate(1, Duration.ofMinutes(5), "Too much at the moment.");
        CompletableFuture<String> waiting;
        try (Gate.Place place = patient.enter()) {
            waiting = CompletableFuture.supplyAsync(() -> patient.through(() -> "got in"));
        }
        assertThat(waiting.join()).isEqualTo("got in");
    }
}

package org.onrecord.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class GateTests {

    private final Gate gate = Gate.withoutWaiting(1, "Too much at the moment.");

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
        var patient = new Gate(1, Duration.ofMinutes(5), 10, "Too much at the moment.");
        CompletableFuture<String> waiting;
        try (Gate.Place place = patient.enter()) {
            waiting = CompletableFuture.supplyAsync(() -> patient.through(() -> "got in"));
        }
        assertThat(waiting.join()).isEqualTo("got in");
    }

    @Test
    void turnsAwayAtOnceWhereTooManyWaitAlready() {
        var narrow = new Gate(1, Duration.ofMinutes(5), 0, "Too much at the moment.");
        try (Gate.Place place = narrow.enter()) {
            assertThat(CompletableFuture.supplyAsync(() -> narrow.through(() -> "done")))
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(Overloaded.class);
        }
    }

    @Test
    void tellsThoseTurnedAwayWhenTheirTurnWouldBe() {
        var slow = Gate.withoutWaiting(1, "Too much at the moment.");
        slow.note(Duration.ofSeconds(40));
        try (Gate.Place place = slow.enter()) {
            assertThat(CompletableFuture.supplyAsync(() -> slow.through(() -> "done")))
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOfSatisfying(
                            Overloaded.class,
                            refused -> assertThat(refused.retryAfter()).hasSeconds(40));
        }
    }

    @Test
    void whoWantsToBeAloneWaitsForAllAndAllWaitForIt() {
        var wide = Gate.withoutWaiting(3, "Too much at the moment.");
        try (Gate.Place place = wide.enter()) {
            assertThat(CompletableFuture.supplyAsync(() -> wide.alone(() -> "alone")))
                    .failsWithin(Duration.ofSeconds(10));
        }
        String alone = wide.alone(() -> {
            assertThat(CompletableFuture.supplyAsync(() -> wide.through(() -> "done")))
                    .failsWithin(Duration.ofSeconds(10));
            return wide.through(() -> "again");
        });
        assertThat(alone).isEqualTo("again");
    }
}

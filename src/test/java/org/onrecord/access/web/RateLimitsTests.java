package org.onrecord.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitsTests {

    private final AtomicLong now = new AtomicLong(-5);
    private final RateLimits limits = new RateLimits(60, now::get);

    private long taken(String caller, int tries) {
        return IntStream.range(0, tries)
                .filter(i -> limits.take(caller).isZero())
                .count();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void aMinutesWorthMayComeAtOnce() {
        assertThat(taken("ana", 100)).isEqualTo(60);
    }

    @Test
    void thenAsManyAsTimeGivesBack() {
        taken("ana", 60);
        assertThat(limits.take("ana")).isEqualTo(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(10));
        assertThat(taken("ana", 100)).isEqualTo(10);
    }

    @Test
    void neverMoreThanAMinutesWorthHoweverQuietItWas() {
        taken("ana", 60);
        pass(Duration.ofHours(7));
        assertThat(taken("ana", 100)).isEqualTo(60);
    }

    @Test
    void whoIsRefusedLosesNothingByAsking() {
        taken("ana", 1_000);
        pass(Duration.ofSeconds(1));
        assertThat(taken("ana", 2)).isEqualTo(1);
    }

    @Test
    void onesRequestsAreNotAnothers() {
        taken("ana", 100);
        assertThat(taken("ben", 100)).isEqualTo(60);
    }

    @Test
    void callersWhoHaveBeenQuietAreForgottenAndTheOthersNot() {
        taken("ana", 60);
        IntStream.range(0, 30_000).forEach(i -> {
            limits.take("caller " + i);
            pass(Duration.ofMillis(1));
        });
        assertThat(taken("ana", 100)).isEqualTo(30);
    }

    @Test
    void zeroIsNoLimit() {
        var none = new RateLimits(0, now::get);
        assertThat(IntStream.range(0, 10_000)).allMatch(i -> none.take("ana").isZero());
    }

    @Test
    void aNegativeLimitIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateLimits(-1, now::get))
                .withMessageContaining("-1");
    }
}

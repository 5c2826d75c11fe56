package org.onrecord.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProminenceTests {

    private final Prominence prominence = new Prominence();

    @Test
    void isDueWithEveryDoubling() {
        UUID entity = new UUID(0, 1);
        int times = 0;
        for (int article = 0; article < 1_000; article++) {
            prominence.count(List.of(entity));
            times += prominence.due(10).size();
        }
        assertThat(times).isEqualTo(10);
    }

    @Test
    void handsOutEachDueEntityOnceAndNoMoreThanAsked() {
        prominence.count(List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 1)));
        assertThat(prominence.due(2)).containsExactly(new UUID(0, 1), new UUID(0, 2));
        assertThat(prominence.due(2)).containsExactly(new UUID(0, 3));
        assertThat(prominence.due(2)).isEmpty();
    }
}

package org.onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SpanTests {

    @Test
    void rejectsAnEndBeforeTheStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(7, 4)).withMessageContaining("[7, 4)");
    }

    @Test
    void rejectsANegativeStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(-1, 4)).withMessageContaining("[-1, 4)");
    }

    @Test
    void neighboursDoNotOverlap() {
        assertThat(new Span(0, 5).overlaps(new Span(5, 9))).isFalse();
        assertThat(new Span(0, 6).overlaps(new Span(5, 9))).isTrue();
    }

    @Test
    void containsItself() {
        assertThat(new Span(2, 5).contains(new Span(2, 5))).isTrue();
        assertThat(new Span(2, 5).contains(new Span(2, 6))).isFalse();
    }

    @Test
    void sortsByStartThenShorterFirst() {
        assertThat(new Span(1, 9)).isGreaterThan(new Span(1, 3)).isLessThan(new Span(2, 3));
    }
}

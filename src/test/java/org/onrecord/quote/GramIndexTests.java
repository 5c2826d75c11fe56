package org.onrecord.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GramIndexTests {

    private static final GramIndex INDEX = new GramIndex("“Yes,” said Ruiz. “Yes,” said Voss.");

    @Test
    void findsTheFirstPlaceFromAPositionOn() {
        assertThat(INDEX.first("Yes", 0, 40)).isEqualTo(1);
        assertThat(INDEX.first("Yes", 2, 40)).isEqualTo(19);
        assertThat(INDEX.first("said Voss", 0, 40)).isEqualTo(25);
    }

    @Test
    void findsTheLastPlaceUpToAPosition() {
        assertThat(INDEX.last("Yes", 0, 40)).isEqualTo(19);
        assertThat(INDEX.last("Yes", 0, 18)).isEqualTo(1);
    }

    @Test
    void findsNothingOutsideTheRange() {
        assertThat(INDEX.first("Yes", 2, 18)).isEqualTo(-1);
        assertThat(INDEX.last("Yes", 2, 18)).isEqualTo(-1);
        assertThat(INDEX.first("Yes", 5, 1)).isEqualTo(-1);
    }

    @Test
    void wordsThatAreNotThereOrLongerThanTheTextAreNowhere() {
        assertThat(INDEX.first("No", 0, 40)).isEqualTo(-1);
        assertThat(new GramIndex("No").last("Nobody said so", 0, 40)).isEqualTo(-1);
        assertThat(new GramIndex("").first("No", 0, 0)).isEqualTo(-1);
        assertThat(INDEX.first("", 0, 40)).isEqualTo(-1);
    }

    @Test
    void findsWhatReadingTheTextFinds() {
        long seed = 20261201L;
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            String text = text(random, 60);
            var index = new GramIndex(text);
            String words = random.nextBoolean() && !text.isEmpty() ? piece(text, random) : text(random, 12);
            if (words.isEmpty()) {
                continue;
            }
            int earliest = random.nextInt(text.length() + 2);
            int latest = earliest + random.nextInt(text.length() + 2);
            int first = text.indexOf(words, earliest);
            int last = text.lastIndexOf(words, latest);
            String as = "seed " + seed + ", round " + round;
            assertThat(index.first(words, earliest, latest)).as(as).isEqualTo(first > latest ? -1 : first);
            assertThat(index.last(words, earliest, latest)).as(as).isEqualTo(last < earliest ? -1 : last);
        }
    }

    private static String text(Random random, int atMost) {
        return random.ints(random.nextInt(atMost), 0, 3)
                .mapToObj(i -> List.of("a", "b", "😀").get(i))
                .collect(Collectors.joining());
    }

    private static String piece(String text, Random random) {
        int start = random.nextInt(text.length());
        return text.substring(start, start + random.nextInt(text.length() - start + 1));
    }
}

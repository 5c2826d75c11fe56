package org.onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.text.Normalizer;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodePointsTests {

    private static final String[] PIECES = {
        "a",
        "word ",
        "“",
        "”",
        "‘tis’",
        "é",
        "e\u0301",
        "नमस्ते ",
        "🙂",
        "👩‍👩‍👧",
        "🇬🇧",
        "\n\n",
        "—",
        "ß",
        "𝒜",
        "İ",
        "\t"
    };

    /** 300 texts mixed from letters, combining marks, curly quotes and characters beyond the basic plane. */
    static Stream<String> texts() {
        Random random = new Random(20_220_916);
        return Stream.generate(() -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = random.nextInt(40); i > 0; i--) {
                        text.append(PIECES[random.nextInt(PIECES.length)]);
                    }
                    return Normalizer.normalize(text, Normalizer.Form.NFC);
                })
                .limit(300);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void countsAsJavasOwnCodePointMethodsDo(String text) {
        CodePoints counted = new CodePoints(text);
        assertThat(counted.length()).isEqualTo(text.codePointCount(0, text.length()));
        for (int offset = 0; offset <= counted.length(); offset++) {
            int index = text.offsetByCodePoints(0, offset);
            assertThat(counted.toUtf16(offset)).as("toUtf16(%d)", offset).isEqualTo(index);
            assertThat(counted.fromUtf16(index)).as("fromUtf16(%d)", index).isEqualTo(offset);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everySpanCoversExactlyItsWords(String text) {
        CodePoints counted = new CodePoints(text);
        int[] codePoints = text.codePoints().toArray();
        for (int start = 0; start <= codePoints.length; start++) {
            for (int end = start; end <= codePoints.length; end++) {
                assertThat(counted.textOf(new Span(start, end))).isEqualTo(new String(codePoints, start, end - start));
            }
        }
    }

    @Test
    void takesAnIndexInsideASurrogatePairForThePairsStart() {
        assertThat(new CodePoints("a🙂b").fromUtf16(2)).isEqualTo(1);
    }

    @Test
    void refusesOffsetsOutsideTheText() {
        CodePoints counted = new CodePoints("🙂");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> counted.toUtf16(2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> counted.fromUtf16(3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> counted.fromUtf16(-1));
    }
}

package org.onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StoredTextTests {

    @Test
    void separatesParagraphsByOneBlankLine() {
        assertThat(StoredText.of("\r\n one \r\n\r\n \t\r\n\r\ntwo\rthree  \n\n"))
                .isEqualTo("one\n\ntwo\nthree");
    }

    @Test
    void makesEveryKindOfBlankAPlainOne() {
        assertThat(StoredText.of("a\u00a0b\u2009\u202fc\t d\u3000e")).isEqualTo("a b c d e");
    }

    @Test
    void dropsWhatNobodySees() {
        assertThat(StoredText.of("\ufeffso\u00adft\u200b-\u2060ly\u0000 \u202espoken\u0007"))
                .isEqualTo("soft-ly spoken");
    }

    @Test
    void composesCharacters() {
        assertThat(StoredText.of("cafe\u0301")).isEqualTo("café");
    }

    @Test
    void composesAcrossADroppedCharacter() {
        assertThat(StoredText.of("cafe\u200b\u0301")).isEqualTo("café");
    }

    @Test
    void keepsTheJoinersOfEmojiAndScripts() {
        assertThat(StoredText.of("👩\u200d🚒 क\u094d\u200dष a\u200db")).isEqualTo("👩\u200d🚒 क\u094d\u200dष ab");
    }

    @Test
    void readsControlsOfWindowsAsTheQuotesTheyWere() {
        assertThat(StoredText.of("\u0093quoted\u0094 \u0096 it\u0092s")).isEqualTo("“quoted” – it’s");
    }

    @Test
    void replacesLoneSurrogates() {
        assertThat(StoredText.of("a\ud800b \udc00c 😀")).isEqualTo("a\ufffdb \ufffdc 😀");
    }

    @Test
    void putsALineOnOneLine() {
        assertThat(StoredText.line("  a\n\nb\u2029c ")).isEqualTo("a b c");
    }

    @Test
    @Timeout(60)
    void normalisesAMillionCombiningMarksInLinearTime() {
        String text = StoredText.of("a" + "\u0301\u0323".repeat(500_000));

        assertThat(text.codePoints().filter(mark -> mark == 0x0323).count()).isGreaterThan(499_000);
    }

    @Test
    void isIdempotentAndInNormalFormC() {
        int[] alphabet = {
            'a', 'e', ' ', '\n', '\r', '\t', 0x301, 0x323, 0x344, 0x200D, 0x200B, 0xAD, 0xA0, 0x212B, 0x212A, 0x1100,
            0x1161, 0x11A8, 0xAC00, 0xD800, 0xDC00, 0x1F600, 0x93, 0x2028, 0x2029, 0x0B, 0, 0xFEFF, 0x34F, 0x915, 0x94D,
            0x590, 0x0F73, 0x1D15E, 0x2126, '“', 0x202E, 0xFFFF
        };
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(50); length > 0; length--) {
                text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
            }
            String once = StoredText.of(text.toString());

            assertThat(StoredText.of(once)).as("seed %d", seed).isEqualTo(once);
            assertThat(Normalizer.isNormalized(once, Normalizer.Form.NFC))
                    .as("seed %d", seed)
                    .isTrue();
            String line = StoredText.line(text.toString());
            assertThat(StoredText.line(line)).as("seed %d", seed).isEqualTo(line);
        }
    }
}

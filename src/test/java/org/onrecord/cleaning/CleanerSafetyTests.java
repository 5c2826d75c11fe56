package org.onrecord.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.text.StoredText;

/** No input makes cleaning fail or take more than linear time; the limits allow for a busy machine. */
@Timeout(60)
class CleanerSafetyTests {

    private static final int MEBIBYTE = 1 << 20;

    private final Cleaner cleaner = new Cleaner();

    static Stream<Arguments> hostileTexts() {
        return Stream.of(
                Arguments.of("one line", "a".repeat(MEBIBYTE)),
                Arguments.of("words without an end", "word ".repeat(MEBIBYTE / 5)),
                Arguments.of("brackets", "[".repeat(MEBIBYTE / 2) + "]".repeat(MEBIBYTE / 2)),
                Arguments.of("bracketed lines", "[VOTE]\n".repeat(MEBIBYTE / 7)),
                Arguments.of("quote marks", "“".repeat(MEBIBYTE / 2)),
                Arguments.of("apostrophes", "' ".repeat(MEBIBYTE / 2)),
                Arguments.of("line ends", "\n".repeat(MEBIBYTE)),
                Arguments.of("single letters in lines", "a\n".repeat(MEBIBYTE / 2)),
                Arguments.of("lines in lower case", "lower case runs on\n".repeat(MEBIBYTE / 19)),
                Arguments.of("read more", "Read more\n".repeat(MEBIBYTE / 10)),
                Arguments.of("bylines", "By Ana Moreno\n".repeat(MEBIBYTE / 14)),
                Arguments.of("dates", "16 September 2022\n".repeat(MEBIBYTE / 18)),
                Arguments.of("author notes", "Ana Moreno is a reporter based in Leeds. @ana\n".repeat(MEBIBYTE / 46)),
                Arguments.of("captions", "x (Image: PA)\n".repeat(MEBIBYTE / 14)),
                Arguments.of("combining marks", "a" + "\u0301\u0323".repeat(MEBIBYTE / 4)),
                Arguments.of("dashes", " - ".repeat(MEBIBYTE / 3)),
                Arguments.of("blanks", " ".repeat(MEBIBYTE)),
                Arguments.of("carriage returns", "a\r".repeat(MEBIBYTE / 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileTexts")
    void cleansHostileTextInLinearTime(String name, String text) {
        assertThat(cleaner.cleanText(text).body().length()).isLessThanOrEqualTo(text.length() * 2);
    }

    static Stream<Arguments> hostilePages() {
        return Stream.of(
                Arguments.of("nested blocks", "<div>".repeat(100_000) + "text"),
                Arguments.of("nested inline", "<b>".repeat(100_000) + "text"),
                Arguments.of("nested zones", "<div class='share related ad'><p>a</p>".repeat(50_000)),
                Arguments.of("nested tables", "<table><tr><td>".repeat(50_000) + "text"),
                Arguments.of("nested lists", "<ul><li>a".repeat(50_000)),
                Arguments.of("open tags", "<".repeat(MEBIBYTE)),
                Arguments.of("attributes", "<p " + "a=b ".repeat(MEBIBYTE / 4) + ">text"),
                Arguments.of("classes", "<p class='" + "share-".repeat(MEBIBYTE / 6) + "'>text"),
                Arguments.of("line breaks", "a<br>".repeat(MEBIBYTE / 5)),
                Arguments.of("paragraphs", "<p>a".repeat(MEBIBYTE / 4)),
                Arguments.of("articles", "<article><p>some words of a story</article>".repeat(20_000)),
                Arguments.of("headlines", "<h1>some words of a story</h1>".repeat(30_000)),
                Arguments.of(
                        "nested data", "<script type='application/ld+json'>" + "[".repeat(100_000) + "</script>text"),
                Arguments.of("entities", "&amp;".repeat(MEBIBYTE / 5)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostilePages")
    void cleansHostilePagesInLinearTime(String name, String html) {
        assertThat(cleaner.cleanHtml(html).body().length()).isLessThanOrEqualTo(html.length() * 2);
    }

    @Test
    void takesAnyStringAndLeavesTheBodyAsStored() {
        tries(text -> text, cleaner::cleanText);
    }

    @Test
    void takesAnyMarkupAndLeavesTheBodyAsStored() {
        tries(text -> "<article><h1>" + text.replace(" ", "</p><p class=byline>") + "<br>" + text, cleaner::cleanHtml);
    }

    private static void tries(UnaryOperator<String> shape, Function<String, CleanedArticle> cleaning) {
        for (int seed = 0; seed < 500; seed++) {
            String text = shape.apply(randomText(new Random(seed)));
            CleanedArticle article = cleaning.apply(text);

            assertThat(article.body()).as("seed %d", seed).isEqualTo(StoredText.of(article.body()));
            assertThat(article.headline()).as("seed %d", seed).isEqualTo(StoredText.line(article.headline()));
            assertThat(article.removed())
                    .as("seed %d", seed)
                    .noneMatch(removed -> removed.text().indexOf('\0') >= 0);
        }
    }

    private static String randomText(Random random) {
        String[] bits = {
            "By ",
            "Ana Moreno",
            "\n",
            "\n\n",
            "[VOTE]",
            "(Image: PA)",
            "Read more",
            ":",
            " ",
            "“",
            "”",
            "'",
            "\u0000",
            "\u00a0",
            "\ud800",
            "\udc00",
            "😀",
            "e\u0301",
            "\u200b",
            "16 September 2022",
            "Reuters",
            "KYIV, Sept 16 (Reuters) - ",
            "(",
            ")",
            "/",
            "-",
            "...",
            "©",
            "<",
            ">",
            "&",
            "word ",
            "Sentence one. ",
            "•",
            "1. ",
            "@",
            "\t",
            "\r\n",
            "14:23",
            "İ",
            "ß"
        };
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int bit = 0; bit < length; bit++) {
            text.append(bits[random.nextInt(bits.length)]);
        }
        return text.toString();
    }
}

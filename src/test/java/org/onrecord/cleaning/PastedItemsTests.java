package org.onrecord.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus of pasted items in the styles of many sites, each with its exact outcome. */
class PastedItemsTests {

    private final Cleaner cleaner = new Cleaner();

    @ParameterizedTest
    @MethodSource("org.onrecord.cleaning.PastedItem#all")
    void keepsTheStoryAndReportsTheRest(PastedItem item) {
        CleanedArticle article = cleaner.cleanText(item.raw());

        assertThat(article.headline()).isEqualTo(item.headline());
        assertThat(article.body()).isEqualTo(item.body());
        assertThat(article.removed()).containsExactlyElementsOf(item.removed());
    }

    @ParameterizedTest
    @MethodSource("org.onrecord.cleaning.PastedItem#all")
    void findsTheCredits(PastedItem item) {
        CleanedArticle article = cleaner.cleanText(item.raw());

        expect(item, "standfirst", article.standfirst());
        expect(item, "byline", article.byline());
        expect(item, "dateline", article.dateline());
        expect(item, "publishedAt", article.publishedAt());
    }

    private static void expect(PastedItem item, String field, Object found) {
        if (item.fields().containsKey(field)) {
            assertThat(Objects.toString(found))
                    .as(field)
                    .isEqualTo(item.fields().get(field));
        }
    }

    @ParameterizedTest
    @MethodSource("org.onrecord.cleaning.PastedItem#all")
    void findsNothingMoreInACleanedBody(PastedItem item) {
        CleanedArticle once = cleaner.cleanText(item.raw());
        CleanedArticle twice = cleaner.cleanBody(once.headline(), once.body());

        assertThat(twice.removed()).isEmpty();
        assertThat(twice.body()).isEqualTo(once.body());
    }

    @ParameterizedTest
    @MethodSource("org.onrecord.cleaning.PastedItem#all")
    void losesNoWordSilently(PastedItem item) {
        CleanedArticle article = cleaner.cleanText(item.raw());
        StringBuilder accounted = new StringBuilder();
        List.of(
                        article.headline(),
                        Objects.toString(article.standfirst(), ""),
                        Objects.toString(article.byline(), ""),
                        article.body())
                .forEach(part -> accounted.append(part).append('\n'));
        article.removed().stream()
                .map(Removed::text)
                .forEach(text -> accounted.append(text).append('\n'));
        String words = accounted.toString().replaceAll("\\s+", "");

        item.raw()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("By"))
                .forEach(line -> assertThat(words).contains(line.replaceAll("\\s+", "")));
    }
}

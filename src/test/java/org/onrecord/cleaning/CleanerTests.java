package org.onrecord.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CleanerTests {

    private final Cleaner cleaner = new Cleaner();

    @Test
    void takesPromosConsentAndTrailerOutOfABritishPage() {
        CleanedArticle article = cleaner.cleanText("""
                Harbour bridge plan splits Brackmouth council

                Councillor Ida Marsh warned: “The bridge will cut the old town in two.

                By signing up you agree that we may send you stories, offers and adverts of our own choosing. You can unsubscribe at any time. More info

                “And it will cost us the ferry.”

                Should the ferry be free for pensioners?\u00a0 [VOTE]\u00a0
                Fears for ‘lonely’ lighthouse keeper\u00a0 [REVEALED]

                Work starts in May.

                Source: Read Full Article""");

        assertThat(article.headline()).isEqualTo("Harbour bridge plan splits Brackmouth council");
        assertThat(article.body()).isEqualTo("""
                        Councillor Ida Marsh warned: “The bridge will cut the old town in two.

                        “And it will cost us the ferry.”

                        Work starts in May.""");
        assertThat(article.removed())
                .extracting(Removed::reason)
                .containsExactly("consent", "promo", "promo", "trailer");
        assertThat(article.removed().get(1).text()).isEqualTo("Should the ferry be free for pensioners?\u00a0 [VOTE]");
    }

    @Test
    void takesTheFirstLineForTheHeadline() {
        assertThat(cleaner.cleanText("Harbour reopens\nThe harbour has reopened.")
                        .headline())
                .isEqualTo("Harbour reopens");
    }

    @Test
    void leavesTheHeadlineEmptyWhereAParagraphStandsInItsPlace() {
        String story =
                "“We are open,” said Owen Trask, the harbour master of Brackmouth, on Friday. He had slept well.";
        CleanedArticle article = cleaner.cleanText(story);

        assertThat(article.headline()).isEmpty();
        assertThat(article.body()).isEqualTo(story);
    }

    @Test
    void findsNoTimeWhereTheZoneIsMissing() {
        assertThat(cleaner.cleanText("Harbour reopens\nPublished: 14:23, 16 September 2022\nIt has.")
                        .publishedAt())
                .isNull();
    }

    @Test
    void keepsTheStoryWhereTheAuthorNoteIsOnSomebodyInIt() {
        String body =
                "Police are looking for Ana Moreno.\n\nAna Moreno is a reporter at the Daily Example based in Leeds.";

        assertThat(cleaner.cleanBody("Reporter missing", body).body()).isEqualTo(body);
    }

    @Test
    void takesTheTextToldToSearchEnginesWhereThePageShowsAPartOfIt() {
        String told = "The harbour has reopened after the storm. ".repeat(20).strip();
        CleanedArticle article = cleaner.cleanHtml("""
                <script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "%s"}</script>
                <article><h1>Harbour reopens</h1><p>The harbour has reopened after the storm.</p></article>""".formatted(told));

        assertThat(article.body()).isEqualTo(told);
    }

    @Test
    void cleansTheSamplesOfTheDocumentation() throws IOException {
        CleanedArticle pasted = cleaner.cleanText(Files.readString(Path.of("docs/samples/harbour-bridge.txt")));
        CleanedArticle page = cleaner.cleanHtml(Files.readString(Path.of("docs/samples/ferry-strike.html")));

        assertThat(pasted.removed())
                .extracting(Removed::reason)
                .containsExactly("consent", "promo", "promo", "promo", "read-more", "trailer");
        assertThat(pasted.body()).contains("pull it out again.\n\n“We will lose the ferries first");
        assertThat(page.removed())
                .extracting(Removed::reason)
                .containsExactly(
                        "navigation",
                        "consent",
                        "date",
                        "share-bar",
                        "caption",
                        "related",
                        "newsletter",
                        "read-more",
                        "author-bio",
                        "navigation");
        assertThat(page.body()).contains("that is why it will hold.\n\n“The boats will sail at six");
    }
}

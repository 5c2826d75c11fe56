package org.onrecord.extraction.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onrecord.extraction.CleanedArticle;
import org.onrecord.extraction.Removed;

class CleanerTests {

    private final Cleaner cleaner = new Cleaner();

    @Test
    void takesPromosConsentAndTrailerOutOfABritishPage() {
        CleanedArticle article = cleaner.cleanText("""
                Harbour bridge plan splits Brackmouth council

                Councillor Ida Marsh warned: “The bridge will cut the old town in two.

                We use your sign-up to provide content in ways you’ve consented to and to improve our understanding of you. You can unsubscribe at any time. More info

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
}

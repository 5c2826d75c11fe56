package org.onrecord.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArticleTests {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static ArticleMetadata metadata(String... tags) {
        return new ArticleMetadata(
                UUID.randomUUID(),
                "https://tribune.example/talks",
                "t-1",
                MORNING,
                NOON,
                "World",
                List.of(tags),
                "Tribune",
                "en");
    }

    private static Article anArticle(ArticleStatus status) {
        return new Article(UUID.randomUUID(), metadata(), status, "00ff", MORNING);
    }

    @Test
    void isReceivedInItsFirstVersion() {
        Article article = anArticle(ArticleStatus.PUBLISHED);
        assertThat(article.currentVersion()).isEqualTo(1);
        assertThat(article.nextVersion()).isEqualTo(2);
        assertThat(article.currentVersion()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void comesBackAsWhatItWasWhenDeleted(ArticleStatus before) {
        Article article = anArticle(before);
        article.delete(NOON);
        assertThat(article.isDeleted()).isTrue();
        assertThat(article.deletedAt()).isEqualTo(NOON);
        assertThat(article.status()).isEqualTo(before);

        article.restore();
        assertThat(article.status()).isEqualTo(before);
        assertThat(article.deletedAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverDeliversItAgainMayHideItAndEndAnEmbargo(ArticleStatus given) {
        Article published = anArticle(ArticleStatus.PUBLISHED);
        published.becomeAsDelivered(given);
        assertThat(published.status()).isEqualTo(given);

        Article embargoed = anArticle(ArticleStatus.EMBARGOED);
        embargoed.becomeAsDelivered(given);
        assertThat(embargoed.status()).isEqualTo(given);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasWithdrawnStaysSoUntilSomebodyEditsIt(ArticleStatus next) {
        Article article = anArticle(ArticleStatus.WITHDRAWN);
        article.becomeAsDelivered(next);
        assertThat(article.status()).isEqualTo(ArticleStatus.WITHDRAWN);
        article.become(next);
        assertThat(article.status()).isEqualTo(next);
    }

    @Test
    void givesBackWhatWasSaidOfIt() {
        ArticleMetadata said = metadata("talks", "harbour");
        Article article = anArticle(ArticleStatus.PUBLISHED);
        article.describe(said);
        assertThat(article.metadata()).isEqualTo(said);
        assertThat(article.ingestedAt()).isEqualTo(MORNING);
    }

    @Test
    void keepsEachTagOnceInTheOrderGiven() {
        assertThat(metadata("talks", "harbour", "talks").tags()).containsExactly("talks", "harbour");
    }

    @Test
    void twoTextsHaveOneDigestOnlyWhereEveryPartIsEqual() {
        List<ArticleText> texts = List.of(
                text("Talks", null, null, null, "They met."),
                text("Talks", "", null, null, "They met."),
                text("Talks", null, "", null, "They met."),
                text("Talks", "They met.", null, null, ""),
                text("Talks", null, "They met.", null, ""),
                text("Talks", null, null, "They met.", ""),
                text("TalksThey met.", null, null, null, ""),
                text("", null, null, null, "TalksThey met."));
        Map<String, ArticleText> byDigest = new HashMap<>();
        texts.forEach(text -> assertThat(byDigest.put(text.sha256(), text)).isNull());
        assertThat(text("Talks", null, null, null, "They met.").sha256())
                .isEqualTo(texts.get(0).sha256());
    }

    @Test
    void countsWordsAsBlanksDivideThem() {
        assertThat(text("", null, null, null, " One two,\n\nthree–four ").wordCount())
                .isEqualTo(3);
        assertThat(text("", null, null, null, "").wordCount()).isZero();
    }

    private static ArticleText text(
            String headline,
            @Nullable String standfirst,
            @Nullable String byline,
            @Nullable String dateline,
            String body) {
        return new ArticleText(headline, standfirst, byline, dateline, body);
    }

    @Test
    void versionsCountFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArticleVersion(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        0,
                        text("Talks", null, null, null, "They met."),
                        List.of(),
                        true,
                        VersionReason.RECEIVED,
                        MORNING,
                        null,
                        null))
                .withMessageContaining("0");
    }
}

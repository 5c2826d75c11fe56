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
import org.junit.jupiter.params.provider.EnumSource.Mode;

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

    @Test
    void isNotReceivedAsDeleted() {
        assertThatIllegalArgumentException().isThrownBy(() -> anArticle(ArticleStatus.DELETED));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DELETED")
    void becomesAnythingButDeleted(ArticleStatus next) {
        Article article = anArticle(ArticleStatus.PUBLISHED);
        article.become(next);
        assertThat(article.status()).isEqualTo(next);
        assertThatIllegalArgumentException().isThrownBy(() -> article.become(ArticleStatus.DELETED));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DELETED")
    void comesBackPublishedWhateverItWasWhenDeleted(ArticleStatus before) {
        Article article = anArticle(before);
        article.delete(NOON);
        assertThat(article.isDeleted()).isTrue();
        assertThat(article.deletedAt()).isEqualTo(NOON);
        assertThatIllegalArgumentException().isThrownBy(() -> article.become(ArticleStatus.PUBLISHED));

        article.restore();
        assertThat(article.status()).isEqualTo(ArticleStatus.PUBLISHED);
        assertThat(article.deletedAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DELETED")
    void restoringWhatIsNotDeletedChangesNothing(ArticleStatus status) {
        Article article = anArticle(status);
        article.restore();
        assertThat(article.status()).isEqualTo(status);
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
                        VersionReason.RECEIVED,
                        MORNING,
                        null,
                        null))
                .withMessageContaining("0");
    }
}

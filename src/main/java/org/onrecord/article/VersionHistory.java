package org.onrecord.article;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.kernel.Deleted;
import org.onrecord.kernel.Missing;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the versions of articles anybody may ask for. */
@Service
@Transactional(readOnly = true)
public class VersionHistory {

    private final ShownArticles articles;
    private final ArticleVersions versions;

    VersionHistory(ShownArticles articles, ArticleVersions versions) {
        this.articles = articles;
        this.versions = versions;
    }

    /**
     * Versions of an article, the latest first.
     *
     * @param total how many there are in all
     */
    public record Listed(List<ArticleVersionSummary> versions, int total) {}

    /**
     * Lists versions.
     *
     * @param before those before this number only, or null to begin
     * @param atMost how many
     * @throws Missing if there is no such article
     * @throws Deleted if it was deleted
     */
    public Listed list(UUID articleId, @Nullable Long before, int atMost) {
        Article article = articles.find(articleId);
        int end = before == null ? Integer.MAX_VALUE : before.intValue();
        return new Listed(versions.listBefore(articleId, end, Limit.of(atMost)), article.currentVersion());
    }

    /**
     * One version.
     *
     * @throws Missing if there is no such article, or no version of this number
     * @throws Deleted if the article was deleted
     */
    public ArticleVersion find(UUID articleId, int number) {
        articles.find(articleId);
        return versions.findByArticleIdAndNumber(articleId, number).orElseThrow(() -> new Missing("version", number));
    }
}

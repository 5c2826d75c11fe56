package org.onrecord.article;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.kernel.Deleted;
import org.onrecord.kernel.Missing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the versions of articles: to readers those the article was ever published with. */
@Service
@Transactional(readOnly = true)
public class VersionHistory {

    private final ShownArticles articles;
    private final ArticleVersions versions;
    private final JdbcClient jdbc;

    VersionHistory(ShownArticles articles, ArticleVersions versions, JdbcClient jdbc) {
        this.articles = articles;
        this.versions = versions;
        this.jdbc = jdbc;
    }

    /**
     * Versions of an article, the latest first.
     *
     * @param total how many there are in all
     */
    public record Listed(List<ArticleVersionSummary> versions, long total) {}

    /**
     * Lists versions.
     *
     * @param before those before this number only, or null to begin
     * @param atMost how many
     * @throws Missing if there is no such article
     * @throws Deleted if it was deleted
     */
    public Listed list(UUID articleId, @Nullable Long before, int atMost, Caller caller) {
        articles.currentVersion(articleId, caller);
        List<ArticleVersionSummary> shown = jdbc.sql("""
                        select number, headline, text_sha256, word_count, reason, created_at, created_by
                        from stored_version
                        where article_id = :article and number < :before and (:withheld or not withheld)
                        order by number desc limit :most
                        """)
                .param("article", articleId)
                .param("before", before == null ? Integer.MAX_VALUE : before.intValue())
                .param("withheld", caller.seesWithheld())
                .param("most", atMost)
                .query((row, number) -> new ArticleVersionSummary(
                        row.getInt("number"),
                        row.getString("headline"),
                        row.getString("text_sha256"),
                        row.getInt("word_count"),
                        VersionReason.valueOf(row.getString("reason")),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("created_by")))
                .list();
        long total = jdbc.sql(
                        "select count(*) from stored_version where article_id = :article and (:withheld or not withheld)")
                .param("article", articleId)
                .param("withheld", caller.seesWithheld())
                .query(Long.class)
                .single();
        return new Listed(shown, total);
    }

    /**
     * One version.
     *
     * @throws Missing if there is no such article, or no version of this number
     * @throws Deleted if the article was deleted
     */
    public ArticleVersion find(UUID articleId, int number, Caller caller) {
        articles.currentVersion(articleId, caller);
        return versions.findShown(articleId, number, caller.seesWithheld())
                .orElseThrow(() -> new Missing("version", number));
    }
}

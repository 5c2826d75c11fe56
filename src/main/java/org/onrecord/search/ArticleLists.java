package org.onrecord.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleView.ArticleOutlet;
import org.onrecord.article.Expansion;
import org.onrecord.search.language.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Shows the articles a search found as they stand in the database now; what may no longer be seen drops out. */
@Service
public class ArticleLists {

    private final JdbcClient jdbc;
    private final FindingsInArticles findings;

    ArticleLists(JdbcClient jdbc, FindingsInArticles findings) {
        this.jdbc = jdbc;
        this.findings = findings;
    }

    /**
     * In the order of the ids.
     *
     * @param expansions what to show beside each article
     */
    public List<ListedArticle> show(List<UUID> ids, Set<Expansion> expansions) {
        return findings.beside(summaries(ids, expansions.contains(Expansion.OUTLET)), expansions);
    }

    private List<ListedArticle> summaries(List<UUID> ids, boolean wholeOutlet) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, ListedArticle> found = new HashMap<>();
        jdbc.sql("""
                        select a.id, o.slug, o.name, o.homepage, o.country, o.language as outlet_language,
                               a.url, a.external_id, v.headline, v.standfirst, v.byline, v.dateline,
                               a.section, a.tags, a.rights, a.language, a.published_at, a.modified_at, a.ingested_at,
                               a.status, v.number, v.word_count, v.text_sha256
                        from article a
                        join article_version v on v.article_id = a.id and v.number = a.current_version
                        left join outlet o on o.id = a.outlet_id
                        where a.id = any (:ids) and a.status = 'PUBLISHED'
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> ListedArticle.of(article(row, wholeOutlet)))
                .list()
                .forEach(article -> found.put(article.id(), article));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** The same articles with the words a query looks for marked in headline and text. */
    public List<ListedArticle> highlight(List<ListedArticle> articles, Highlighter highlighter) {
        record Body(UUID id, @Nullable String standfirst, String body) {}
        Map<UUID, String> bodies = new HashMap<>();
        jdbc.sql("""
                        select a.id, v.standfirst, v.body from article a
                        join article_version v on v.article_id = a.id and v.number = a.current_version
                        where a.id = any (:ids)
                        """)
                .param("ids", articles.stream().map(ListedArticle::id).toArray(UUID[]::new))
                .query(Body.class)
                .list()
                .forEach(each -> bodies.put(
                        each.id(), each.standfirst() == null ? each.body() : each.standfirst() + "\n\n" + each.body()));
        return articles.stream()
                .map(article -> article.with(new Highlights(
                        highlighter.whole(article.article().headline(), Field.HEADLINE),
                        highlighter.fragments(bodies.getOrDefault(article.id(), ""), Field.BODY))))
                .toList();
    }

    private static ArticleSummary article(ResultSet row, boolean wholeOutlet) throws SQLException {
        String slug = row.getString("slug");
        return new ArticleSummary(
                row.getObject("id", UUID.class),
                slug == null ? null : outlet(row, slug, wholeOutlet),
                row.getString("url"),
                row.getString("external_id"),
                row.getString("headline"),
                row.getString("standfirst"),
                row.getString("byline"),
                row.getString("dateline"),
                row.getString("section"),
                Arrays.asList((String[]) row.getArray("tags").getArray()),
                row.getString("rights"),
                row.getString("language"),
                instant(row.getTimestamp("published_at")),
                instant(row.getTimestamp("modified_at")),
                row.getTimestamp("ingested_at").toInstant(),
                row.getString("status").toLowerCase(Locale.ROOT),
                row.getInt("number"),
                row.getInt("word_count"),
                row.getString("text_sha256"));
    }

    private static ArticleOutlet outlet(ResultSet row, String slug, boolean whole) throws SQLException {
        String name = row.getString("name");
        return whole
                ? new ArticleOutlet(
                        slug,
                        name,
                        row.getString("homepage"),
                        row.getString("country"),
                        row.getString("outlet_language"))
                : ArticleOutlet.named(slug, name);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}

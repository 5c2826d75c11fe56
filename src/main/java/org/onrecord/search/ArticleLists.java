package org.onrecord.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Expansion;
import org.onrecord.search.index.Hit;
import org.onrecord.search.index.IndexedArticle;
import org.onrecord.search.language.Field;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Shows the articles a search found: from the index while it is known to have caught up, else as they stand in the
 * database now, where what may no longer be seen drops out.
 */
@Service
public class ArticleLists {

    private final JdbcClient jdbc;
    private final FindingsInArticles findings;

    ArticleLists(JdbcClient jdbc, FindingsInArticles findings) {
        this.jdbc = jdbc;
        this.findings = findings;
    }

    /**
     * In the order of the hits.
     *
     * @param expansions what to show beside each article
     */
    public List<ListedArticle> show(List<Hit> hits, Set<Expansion> expansions) {
        Map<UUID, String> stored = stored(
                hits.stream().filter(hit -> hit.summary() == null).map(Hit::id).toList());
        boolean wholeOutlet = expansions.contains(Expansion.OUTLET);
        List<ListedArticle> articles = hits.stream()
                .map(hit -> hit.summary() == null ? stored.get(hit.id()) : hit.summary())
                .filter(Objects::nonNull)
                .map(summary -> listed(StoredSummary.read(summary), wholeOutlet))
                .toList();
        return findings.beside(articles, expansions);
    }

    private static ListedArticle listed(ArticleSummary article, boolean wholeOutlet) {
        return ListedArticle.of(wholeOutlet ? article : article.withNamedOutlet());
    }

    private Map<UUID, String> stored(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, String> found = new HashMap<>();
        jdbc.sql("select a.id, " + IndexedArticle.SUMMARY + " as summary" + IndexedArticle.PUBLISHED
                        + " and a.id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((RowCallbackHandler)
                        row -> found.put(row.getObject("id", UUID.class), row.getString("summary")));
        return found;
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
}

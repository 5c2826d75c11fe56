package org.onrecord.search.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Expansion;
import org.onrecord.search.engine.Hit;
import org.onrecord.search.index.IndexedArticle;
import org.onrecord.search.language.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Shows the articles a search found: from the index while it is known to have caught up, else as they stand in the
 * database now, where what may no longer be seen drops out.
 */
@Service
public class ArticleLists {

    private static final String STORED = "select a.id, " + IndexedArticle.SUMMARY + " as summary"
            + IndexedArticle.PUBLISHED + " where a.id = any (:ids)";

    private final Summaries summaries;
    private final JdbcClient jdbc;
    private final ArticleExpansions expansions;

    ArticleLists(Summaries summaries, JdbcClient jdbc, ArticleExpansions expansions) {
        this.summaries = summaries;
        this.jdbc = jdbc;
        this.expansions = expansions;
    }

    /**
     * In the order of the hits.
     *
     * @param beside what to show beside each article
     */
    public List<ListedArticle> show(List<Hit> hits, Set<Expansion> beside) {
        Map<UUID, String> shown = summaries.of(hits, STORED);
        List<ListedArticle> articles = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            String summary = shown.get(hit.id());
            if (summary != null) {
                articles.add(ListedArticle.of(hit.id(), new StoredSummary(summary)));
            }
        }
        return expansions.beside(articles, beside);
    }

    /** The same articles with the words a query looks for marked in headline and text. */
    public List<ListedArticle> highlight(List<ListedArticle> articles, Highlighter highlighter) {
        record Text(UUID id, String headline, @Nullable String standfirst, String body) {
            String behindHeadline() {
                return standfirst == null ? body : standfirst + "\n\n" + body;
            }
        }
        Map<UUID, Text> texts = new HashMap<>();
        jdbc.sql("""
                        select id, headline, standfirst, body from published_article where id = any (:ids)
                        """)
                .param("ids", articles.stream().map(ListedArticle::id).toArray(UUID[]::new))
                .query(Text.class)
                .list()
                .forEach(text -> texts.put(text.id(), text));
        return articles.stream()
                .map(article -> {
                    Text text = texts.get(article.id());
                    return text == null
                            ? article
                            : article.with(new Highlights(
                                    highlighter.whole(text.headline(), Field.HEADLINE),
                                    highlighter.fragments(text.behindHeadline(), Field.BODY)));
                })
                .toList();
    }
}

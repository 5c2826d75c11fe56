package org.onrecord.search.listing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleView.ArticleOutlet;
import org.onrecord.article.Expansion;
import org.onrecord.entity.EntityInArticle;
import org.onrecord.entity.MentionInArticle;
import org.onrecord.entity.MentionViews;
import org.onrecord.quote.QuoteView;
import org.onrecord.quote.QuoteViews;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts beside listed articles what was asked for besides their summaries, each at one query for all of them. */
@Component
class ArticleExpansions {

    private final JdbcClient jdbc;
    private final QuoteViews quotes;
    private final MentionViews mentions;

    ArticleExpansions(JdbcClient jdbc, QuoteViews quotes, MentionViews mentions) {
        this.jdbc = jdbc;
        this.quotes = quotes;
        this.mentions = mentions;
    }

    List<ListedArticle> beside(List<ListedArticle> articles, Set<Expansion> expansions) {
        if (articles.isEmpty() || expansions.isEmpty()) {
            return articles;
        }
        List<UUID> ids = articles.stream().map(ListedArticle::id).toList();
        Map<UUID, ArticleOutlet> outlets = expansions.contains(Expansion.OUTLET) ? outletsOf(ids) : Map.of();
        Map<UUID, List<QuoteView>> said = expansions.contains(Expansion.QUOTES) ? quotesIn(ids) : null;
        Map<UUID, List<EntityInArticle>> named = expansions.contains(Expansion.ENTITIES) ? namedIn(ids) : null;
        return articles.stream()
                .map(each -> each.with(outlets.get(each.id()), of(each, said), of(each, named)))
                .toList();
    }

    private static <T> @Nullable List<T> of(ListedArticle article, @Nullable Map<UUID, List<T>> found) {
        return found == null ? null : found.getOrDefault(article.id(), List.of());
    }

    private Map<UUID, List<QuoteView>> quotesIn(List<UUID> articles) {
        return quotes.inArticles(articles).stream().collect(Collectors.groupingBy(QuoteView::articleId));
    }

    private Map<UUID, List<EntityInArticle>> namedIn(List<UUID> articles) {
        return mentions.inPublished(articles).stream()
                .collect(Collectors.groupingBy(
                        MentionInArticle::articleId,
                        Collectors.mapping(
                                MentionInArticle::mention,
                                Collectors.collectingAndThen(Collectors.toList(), EntityInArticle::gather))));
    }

    private Map<UUID, ArticleOutlet> outletsOf(List<UUID> articles) {
        Map<UUID, ArticleOutlet> outlets = new HashMap<>();
        jdbc.sql("""
                        select a.id, o.slug, o.name, o.homepage, o.country, o.language
                        from article a join outlet o on o.id = a.outlet_id
                        where a.id = any (:ids)
                        """).param("ids", articles.toArray(UUID[]::new)).query((RowCallbackHandler) row -> outlets.put(
                row.getObject("id", UUID.class),
                new ArticleOutlet(
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("homepage"),
                        row.getString("country"),
                        row.getString("language"))));
        return outlets;
    }
}

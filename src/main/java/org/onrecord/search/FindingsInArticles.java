package org.onrecord.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Expansion;
import org.onrecord.entity.EntityInArticle;
import org.onrecord.entity.MentionInArticle;
import org.onrecord.entity.Mentions;
import org.onrecord.quote.QuoteView;
import org.onrecord.quote.QuoteViews;
import org.springframework.stereotype.Component;

/** Puts beside listed articles what was found in them, at one query for all their quotes and one for all their names. */
@Component
class FindingsInArticles {

    private final QuoteViews quotes;
    private final Mentions mentions;

    FindingsInArticles(QuoteViews quotes, Mentions mentions) {
        this.quotes = quotes;
        this.mentions = mentions;
    }

    List<ListedArticle> beside(List<ListedArticle> articles, Set<Expansion> expansions) {
        if (articles.isEmpty()) {
            return articles;
        }
        List<UUID> ids = articles.stream().map(ListedArticle::id).toList();
        Map<UUID, List<QuoteView>> said = expansions.contains(Expansion.QUOTES) ? quotesIn(ids) : null;
        Map<UUID, List<EntityInArticle>> named = expansions.contains(Expansion.ENTITIES) ? namedIn(ids) : null;
        return said == null && named == null
                ? articles
                : articles.stream()
                        .map(each -> each.with(of(each, said), of(each, named)))
                        .toList();
    }

    private static <T> @Nullable List<T> of(ListedArticle article, @Nullable Map<UUID, List<T>> found) {
        return found == null ? null : found.getOrDefault(article.id(), List.of());
    }

    private Map<UUID, List<QuoteView>> quotesIn(List<UUID> articles) {
        return quotes.inArticles(articles).stream().collect(Collectors.groupingBy(QuoteView::articleId));
    }

    private Map<UUID, List<EntityInArticle>> namedIn(List<UUID> articles) {
        return mentions.listOfAll(articles).stream()
                .collect(Collectors.groupingBy(
                        MentionInArticle::articleId,
                        Collectors.mapping(
                                MentionInArticle::mention,
                                Collectors.collectingAndThen(Collectors.toList(), EntityInArticle::gather))));
    }
}

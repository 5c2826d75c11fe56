package org.onrecord.search.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.entity.NamedEntityView;
import org.onrecord.search.listing.ArticleSummary;
import org.onrecord.search.listing.ListedArticle;
import org.onrecord.search.listing.QuoteLists.ListedQuote;

/**
 * A list as rows and columns.
 *
 * @param columns their names
 * @param cells a result's values, in the columns' order
 */
record Table<T>(List<String> columns, Function<T, List<@Nullable Object>> cells) {

    static final Table<ListedArticle> ARTICLES = new Table<>(
            List.of(
                    "id",
                    "publishedAt",
                    "outlet",
                    "headline",
                    "standfirst",
                    "byline",
                    "section",
                    "tags",
                    "language",
                    "wordCount",
                    "version",
                    "url",
                    "externalId",
                    "ingestedAt"),
            listed -> cells(listed.shown().article()));

    private static List<@Nullable Object> cells(ArticleSummary article) {
        return Arrays.asList(
                article.id(),
                article.publishedAt(),
                article.outlet() == null ? null : article.outlet().slug(),
                article.headline(),
                article.standfirst(),
                article.byline(),
                article.section(),
                String.join("; ", article.tags()),
                article.language(),
                article.wordCount(),
                article.version(),
                article.url(),
                article.externalId(),
                article.ingestedAt());
    }

    static final Table<ListedQuote> QUOTES = new Table<>(
            List.of(
                    "id",
                    "publishedAt",
                    "outlet",
                    "speaker",
                    "speakerId",
                    "content",
                    "kind",
                    "status",
                    "confidence",
                    "headline",
                    "articleId",
                    "url"),
            quote -> Arrays.asList(
                    quote.quote().id(),
                    quote.article().publishedAt(),
                    quote.article().outlet() == null
                            ? null
                            : quote.article().outlet().slug(),
                    quote.quote().speaker() == null
                            ? null
                            : quote.quote().speaker().name(),
                    quote.quote().speaker() == null
                            ? null
                            : quote.quote().speaker().entityId(),
                    quote.quote().content(),
                    quote.quote().kind().name().toLowerCase(Locale.ROOT),
                    quote.quote().status().name().toLowerCase(Locale.ROOT),
                    quote.quote().confidence(),
                    quote.article().headline(),
                    quote.article().id(),
                    quote.article().url()));

    static final Table<NamedEntityView> ENTITIES = new Table<>(
            List.of("id", "type", "name", "names", "articleCount", "quoteCount", "firstSeen", "lastSeen"),
            entity -> Arrays.asList(
                    entity.id(),
                    entity.type().name().toLowerCase(Locale.ROOT),
                    entity.name(),
                    String.join(
                            "; ",
                            entity.names().stream()
                                    .map(NamedEntityView.Name::name)
                                    .toList()),
                    entity.articleCount(),
                    entity.quoteCount(),
                    entity.firstSeen(),
                    entity.lastSeen()));
}

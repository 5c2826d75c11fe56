package org.onrecord.search.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleView.ArticleOutlet;
import org.onrecord.quote.Quote;
import org.onrecord.quote.QuoteView;
import org.onrecord.quote.QuoteViews;
import org.onrecord.quote.Quotes;
import org.onrecord.search.language.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the quotes a search found as they stand in the database now; what may no longer be seen drops out. */
@Service
public class QuoteLists {

    private final JdbcClient jdbc;
    private final Quotes quotes;
    private final QuoteViews views;

    QuoteLists(JdbcClient jdbc, Quotes quotes, QuoteViews views) {
        this.jdbc = jdbc;
        this.quotes = quotes;
        this.views = views;
    }

    /** In the order of the ids. */
    @Transactional(readOnly = true)
    public List<ListedQuote> show(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, ArticleReference> printed = articles(ids);
        Map<UUID, Quote> stored =
                quotes.findByIdIn(printed.keySet()).stream().collect(Collectors.toMap(Quote::id, Function.identity()));
        List<Quote> shown =
                ids.stream().map(stored::get).filter(Objects::nonNull).toList();
        return views.of(shown).stream()
                .map(view -> new ListedQuote(view, Objects.requireNonNull(printed.get(view.id())), null))
                .toList();
    }

    /** The same quotes with the words a query looks for marked. */
    public List<ListedQuote> highlight(List<ListedQuote> quotes, Highlighter highlighter) {
        return quotes.stream()
                .map(quote -> quote.with(new Highlights(
                        highlighter.whole(quote.article().headline(), Field.HEADLINE),
                        highlighter.fragments(quote.quote().content(), Field.QUOTE))))
                .toList();
    }

    private Map<UUID, ArticleReference> articles(List<UUID> quoteIds) {
        record Row(UUID quote, ArticleReference article) {}
        return jdbc
                .sql("""
                        select q.id as quote, a.id, a.headline, o.slug, o.name, a.url, a.published_at
                        from published_quote q
                        join published_article a on a.id = q.article_id
                        left join outlet o on o.id = a.outlet_id
                        where q.id = any (:ids)
                        """)
                .param("ids", quoteIds.toArray(UUID[]::new))
                .query((row, number) -> new Row(
                        row.getObject("quote", UUID.class),
                        new ArticleReference(
                                row.getObject("id", UUID.class),
                                row.getString("headline"),
                                row.getString("slug") == null
                                        ? null
                                        : ArticleOutlet.named(row.getString("slug"), row.getString("name")),
                                row.getString("url"),
                                instant(row.getTimestamp("published_at")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::quote, Row::article));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** A quote with where it was printed. */
    public record ListedQuote(
            @JsonUnwrapped QuoteView quote,
            ArticleReference article,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Highlights highlights) {

        ListedQuote with(@Nullable Highlights found) {
            return new ListedQuote(quote, article, found);
        }
    }

    /** An article as a quote names it. */
    public record ArticleReference(
            UUID id,
            String headline,
            @Nullable ArticleOutlet outlet,
            @Nullable String url,
            @Nullable Instant publishedAt) {}
}

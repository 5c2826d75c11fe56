package org.onrecord.quote;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows quotes with their speakers under the names these go by today, at one query for any number of quotes. */
@Service
@Transactional(readOnly = true)
public class QuoteViews {

    private final Quotes quotes;
    private final JdbcClient jdbc;

    QuoteViews(Quotes quotes, JdbcClient jdbc) {
        this.quotes = quotes;
        this.jdbc = jdbc;
    }

    public QuoteView of(Quote quote) {
        return of(List.of(quote)).get(0);
    }

    /** In the order given. */
    public List<QuoteView> of(Collection<Quote> shown) {
        List<UUID> speakers = shown.stream()
                .map(Quote::speaker)
                .filter(Objects::nonNull)
                .map(Attribution::entityId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, String> known = names(speakers);
        return shown.stream()
                .map(quote -> QuoteView.of(quote, named(quote.speaker(), known)))
                .toList();
    }

    /** The quotes that stand in a version of an article and that the caller may see, in text order. */
    public List<QuoteView> inArticle(UUID articleId, int articleVersion, Caller caller) {
        return of(quotes.listOf(articleId, articleVersion, caller.seesWithheld()));
    }

    /** The quotes that stand in articles as these are now, by article and in text order. */
    public List<QuoteView> inArticles(Collection<UUID> articleIds) {
        return of(quotes.listOfAll(articleIds));
    }

    private Map<UUID, String> names(List<UUID> speakers) {
        if (speakers.isEmpty()) {
            return Map.of();
        }
        record Called(UUID id, String name) {}
        return jdbc
                .sql("select id, shown_name as name from standing_entity where id = any (:ids)")
                .param("ids", speakers.toArray(UUID[]::new))
                .query(Called.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Called::id, Called::name));
    }

    /** Of an entity that is gone only the name stays that the quote was attributed to. */
    private static @Nullable Attribution named(@Nullable Attribution speaker, Map<UUID, String> known) {
        if (speaker == null || speaker.entityId() == null) {
            return speaker;
        }
        String name = known.get(speaker.entityId());
        return name == null
                ? new Attribution(speaker.name(), speaker.mention(), null)
                : new Attribution(name, speaker.mention(), speaker.entityId());
    }
}

package org.onrecord.quote;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.entity.NamedEntities;
import org.onrecord.entity.NamedEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows quotes with their speakers under the names these go by today, at one query for any number of quotes. */
@Service
@Transactional(readOnly = true)
public class QuoteViews {

    private final Quotes quotes;
    private final NamedEntities entities;

    QuoteViews(Quotes quotes, NamedEntities entities) {
        this.quotes = quotes;
        this.entities = entities;
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
        Map<UUID, NamedEntity> known =
                entities.findByIdIn(speakers).stream().collect(Collectors.toMap(NamedEntity::id, Function.identity()));
        return shown.stream()
                .map(quote -> QuoteView.of(quote, named(quote.speaker(), known)))
                .toList();
    }

    /** The quotes that stand in a version of an article, in text order. */
    public List<QuoteView> inArticle(UUID articleId, int articleVersion) {
        return of(quotes.listOf(articleId, articleVersion));
    }

    /** The quotes that stand in articles as these are now, by article and in text order. */
    public List<QuoteView> inArticles(Collection<UUID> articleIds) {
        return of(quotes.listOfAll(articleIds));
    }

    private static @Nullable Attribution named(@Nullable Attribution speaker, Map<UUID, NamedEntity> known) {
        if (speaker == null || speaker.entityId() == null) {
            return speaker;
        }
        NamedEntity entity = known.get(speaker.entityId());
        if (entity == null || entity.deletedAt() != null) {
            return new Attribution(speaker.name(), speaker.mention(), null);
        }
        return new Attribution(entity.name(), speaker.mention(), entity.id());
    }
}

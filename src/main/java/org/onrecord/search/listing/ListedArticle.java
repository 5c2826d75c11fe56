package org.onrecord.search.listing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleView.ArticleOutlet;
import org.onrecord.entity.EntityInArticle;
import org.onrecord.quote.QuoteView;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * An article a list is to show: its summary, and beside it whatever else was asked for.
 *
 * @param outlet all that is known of it; null unless asked for
 * @param highlights null unless asked for
 * @param quotes in text order; null unless asked for
 * @param entities in the order of their first mention; null unless asked for
 */
@JsonSerialize(using = ListedArticle.Writer.class)
public record ListedArticle(
        UUID id,
        StoredSummary summary,
        @Nullable ArticleOutlet outlet,
        @Nullable Highlights highlights,
        @Nullable List<QuoteView> quotes,
        @Nullable List<EntityInArticle> entities) {

    static ListedArticle of(UUID id, StoredSummary summary) {
        return new ListedArticle(id, summary, null, null, null, null);
    }

    ListedArticle with(Highlights found) {
        return new ListedArticle(id, summary, outlet, found, quotes, entities);
    }

    ListedArticle with(
            @Nullable ArticleOutlet itsOutlet,
            @Nullable List<QuoteView> itsQuotes,
            @Nullable List<EntityInArticle> itsEntities) {
        return new ListedArticle(id, summary, itsOutlet, highlights, itsQuotes, itsEntities);
    }

    /** What is shown of it, member by member. */
    @JsonValue
    public ArticleInList shown() {
        ArticleSummary article = summary.read();
        return new ArticleInList(outlet == null ? article : article.with(outlet), highlights, quotes, entities);
    }

    private boolean isSummary() {
        return outlet == null && highlights == null && quotes == null && entities == null;
    }

    /** Writes a summary as it is stored, which is most of what lists show. */
    static final class Writer extends StdSerializer<ListedArticle> {

        Writer() {
            super(ListedArticle.class);
        }

        @Override
        public void serialize(ListedArticle article, JsonGenerator json, SerializationContext context) {
            if (article.isSummary()) {
                json.writeRawValue(article.summary.json());
            } else {
                context.writeValue(json, article.shown());
            }
        }
    }
}

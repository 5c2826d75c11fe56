package org.onrecord.search.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.entity.EntityInArticle;
import org.onrecord.quote.QuoteView;

/**
 * An article as lists show it.
 *
 * @param highlights null unless asked for
 * @param quotes in text order; null unless asked for
 * @param entities in the order of their first mention; null unless asked for
 */
public record ArticleInList(
        @JsonUnwrapped ArticleSummary article,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Highlights highlights,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<QuoteView> quotes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<EntityInArticle> entities) {}

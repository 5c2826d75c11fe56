package org.onrecord.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleView;
import org.onrecord.entity.EntityInArticle;
import org.onrecord.quote.QuoteView;

/**
 * An article with what was found in it.
 *
 * @param result what a write did; null in answer to a read
 * @param quotes in text order; null unless asked for
 * @param entities in the order of their first mention; null unless asked for
 */
public record WholeArticleView(
        @JsonUnwrapped ArticleView article,
        @JsonInclude(JsonInclude.Include.NON_NULL) Receipt.@Nullable Result result,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<QuoteView> quotes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<EntityInArticle> entities) {}

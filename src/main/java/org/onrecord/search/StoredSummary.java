package org.onrecord.search;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.onrecord.article.ArticleView.ArticleOutlet;
import org.onrecord.search.index.IndexedArticle;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** What {@link IndexedArticle#SUMMARY} made of an article, from the index or from the database. */
final class StoredSummary {

    private static final ObjectReader READER = JsonMapper.builder()
            .addMixIn(ArticleSummary.class, InOrder.class)
            .addMixIn(ArticleOutlet.class, InOrder.class)
            .build()
            .readerFor(ArticleSummary.class);

    private StoredSummary() {}

    static ArticleSummary read(String json) {
        return READER.readValue(json);
    }

    /** Components without names, in the order in which the record declares them. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private interface InOrder {}
}

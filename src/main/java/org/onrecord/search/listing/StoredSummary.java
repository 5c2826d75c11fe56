package org.onrecord.search.listing;

import org.onrecord.search.index.IndexedArticle;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * What lists show of an article as {@link IndexedArticle#SUMMARY} made it, from the index or from the database.
 *
 * @param json an object, as it is shown
 */
public record StoredSummary(String json) {

    private static final ObjectReader READER = new JsonMapper().readerFor(ArticleSummary.class);

    /** Its members. */
    ArticleSummary read() {
        return READER.readValue(json);
    }
}

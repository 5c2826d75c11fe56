package org.onrecord.extraction;

import java.util.List;

/**
 * What one body of text says: who is quoted, who and what is named.
 *
 * @param language BCP 47 tag of the body's language, "und" where it cannot be told
 * @param quotes in text order
 * @param entities in the order of their first mention
 */
public record Analysis(String language, List<FoundQuote> quotes, List<FoundEntity> entities) {

    public Analysis {
        quotes = List.copyOf(quotes);
        entities = List.copyOf(entities);
    }
}

package org.onrecord.search.listing;

import org.onrecord.extraction.EntityType;
import org.onrecord.search.index.IndexedEntity;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** What an entity is and is called. */
public record EntityLabel(EntityType type, String name) {

    private static final ObjectReader READER = new JsonMapper().readerFor(EntityLabel.class);

    /** @param summary as {@link IndexedEntity#SUMMARY} made it, from the index or from the database */
    static EntityLabel read(String summary) {
        return READER.readValue(summary);
    }
}

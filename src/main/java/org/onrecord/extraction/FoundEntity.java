package org.onrecord.extraction;

import java.util.List;

/**
 * Someone or something an article names, with every place where it does.
 *
 * @param name the fullest form of the name in the article, without honorifics
 * @param mentions in text order, at least one of them by name
 */
public record FoundEntity(EntityType type, String name, List<FoundMention> mentions) {

    public FoundEntity {
        mentions = List.copyOf(mentions);
    }
}

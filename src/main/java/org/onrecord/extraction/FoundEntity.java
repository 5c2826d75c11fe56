package org.onrecord.extraction;

import java.util.List;
import org.onrecord.extraction.persons.Gender;

/**
 * Someone or something an article names, with every place where it does.
 *
 * @param name the fullest form of the name in the article, without honorifics
 * @param gender the pronoun that goes with a person, as far as the article or the first name tells
 * @param mentions in text order, at least one of them by name
 */
public record FoundEntity(EntityType type, String name, Gender gender, List<FoundMention> mentions) {

    public FoundEntity {
        mentions = List.copyOf(mentions);
    }
}

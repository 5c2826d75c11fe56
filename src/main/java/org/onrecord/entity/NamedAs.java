package org.onrecord.entity;

import java.util.Set;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.persons.Gender;

/**
 * Someone or something as one article names it.
 *
 * @param name the fullest form of the name there
 * @param printed every form of the name there
 * @param times how often it is named there
 * @param gender the pronoun that goes with a person there
 */
public record NamedAs(EntityType type, String name, Set<String> printed, int times, Gender gender) {

    public NamedAs {
        printed = Set.copyOf(printed);
    }
}

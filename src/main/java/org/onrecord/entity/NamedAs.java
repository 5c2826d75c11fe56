package org.onrecord.entity;

import java.util.Set;
import org.onrecord.extraction.EntityType;

/**
 * Someone or something as one article names it.
 *
 * @param name the fullest form of the name there
 * @param printed every form of the name there
 */
public record NamedAs(EntityType type, String name, Set<String> printed) {

    public NamedAs {
        printed = Set.copyOf(printed);
    }

    NameKey key() {
        return NameKey.of(name);
    }
}

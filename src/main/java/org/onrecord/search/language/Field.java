package org.onrecord.search.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of an article or a quote that a query may be confined to: {@code headline:flood}. */
public enum Field {
    HEADLINE,
    BODY,
    QUOTE,
    SPEAKER,
    ENTITY,
    OUTLET,
    SECTION,
    TAG;

    /** The name as typed, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Field> named(String label) {
        return Arrays.stream(values())
                .filter(field -> field.name().equalsIgnoreCase(label))
                .findFirst();
    }
}

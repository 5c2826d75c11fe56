package org.onrecord.search;

import org.jspecify.annotations.Nullable;

/**
 * In which order results come; those that are equal by id, in the same direction.
 *
 * @param field the index's field, or null for the most relevant first
 */
public record Order(@Nullable String field, boolean descending) {

    /** The field of names, the only one that orders by letters instead of numbers or times. */
    public static final String NAME = "nameKey";

    public static final Order RELEVANCE = new Order(null, true);

    public boolean isRelevance() {
        return field == null;
    }
}

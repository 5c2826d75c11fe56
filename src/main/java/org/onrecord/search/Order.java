package org.onrecord.search;

import org.jspecify.annotations.Nullable;

/**
 * In which order results come; those that are equal by id, in the same direction.
 *
 * @param field the index's field, or null for the most relevant first
 */
public record Order(@Nullable String field, boolean descending) {

    public static final Order RELEVANCE = new Order(null, true);

    public boolean isRelevance() {
        return field == null;
    }
}

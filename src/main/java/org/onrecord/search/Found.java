package org.onrecord.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the index found: ids in order, to be shown from the database.
 *
 * @param total how many match in all; at least so many where it is not exact
 * @param next where the list goes on, null at its end
 */
public record Found(List<UUID> ids, long total, boolean exact, Search.@Nullable After next) {

    public Found {
        ids = List.copyOf(ids);
    }

    /** Whether there are more results than a list by relevance goes on to. */
    public boolean isBeyondRelevance() {
        return !exact || total > Finder.DEEPEST_RELEVANCE;
    }
}

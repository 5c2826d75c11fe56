package org.onrecord.search.query;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.engine.Hit;

/**
 * What the index found, in order.
 *
 * @param all how many there are on all pages together, as the first page counted them
 * @param next where the list goes on, null at its end
 */
public record Found(List<Hit> hits, Matches all, Search.@Nullable After next) {

    /** How far a list by relevance goes; lists in any other order go on to their end. */
    public static final int DEEPEST_RELEVANCE = 10_000;

    public Found {
        hits = List.copyOf(hits);
    }

    /** Of the hits, in their order. */
    public List<UUID> ids() {
        return hits.stream().map(Hit::id).toList();
    }

    /** Whether there are more results than a list by relevance goes on to. */
    public boolean isBeyondRelevance() {
        return !all.exact() || all.total() > DEEPEST_RELEVANCE;
    }
}

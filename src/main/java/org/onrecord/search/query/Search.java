package org.onrecord.search.query;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.index.Order;
import org.onrecord.search.language.Clause;

/**
 * What somebody looks for.
 *
 * @param clause null for everything
 * @param conditions all of them have to hold
 * @param limit results wanted, at least 1
 * @param after where to go on; null from the start
 * @param withheld what neither is found nor counts
 */
public record Search(
        Subject subject,
        @Nullable Clause clause,
        List<Condition> conditions,
        Order order,
        int limit,
        @Nullable After after,
        Withheld withheld) {

    public Search {
        conditions = List.copyOf(conditions);
        if (limit < 1) {
            throw new IllegalArgumentException("a search for " + limit + " results");
        }
    }

    /** Whether it finds everything there is, from the start. */
    boolean isForAll() {
        return clause == null
                && conditions.isEmpty()
                && after == null
                && withheld.ids().isEmpty();
    }

    /** Everything that fulfils these conditions, whatever words were looked for. */
    public Search forAll(List<Condition> others) {
        return new Search(subject, null, others, order, limit, null, withheld);
    }

    /** The same search in another order, from the start. */
    public Search ordered(Order other) {
        return new Search(subject, clause, conditions, other, limit, null, withheld);
    }

    /** Another page of the same search. */
    public Search page(int size, @Nullable After last) {
        return new Search(subject, clause, conditions, order, size, last, withheld);
    }

    /**
     * The place in the list behind a result.
     *
     * @param key the result's value of the order's field; its number in the list, from 1, where the order is relevance
     * @param all how many results the whole list has, as the first page said
     */
    public record After(Object key, UUID id, Matches all) {}
}

package org.onrecord.search.engine;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.onrecord.search.index.Order;

/** The first of what a query matches, in an order. Thread-safe. */
public interface TopHits {

    /**
     * Finds them.
     *
     * @throws org.hibernate.search.util.common.SearchTimeoutException if it took too long
     */
    Top find(Wanted wanted);

    /**
     * What to find.
     *
     * @param from how many hits to leave out before the first
     * @param size hits, at least 1
     * @param exactTotal up to here the total must be exact
     * @param summaries whether hits are to bring what the index keeps to be shown of them, which articles
     *     and entities have
     * @param longest after which to give up
     */
    record Wanted(
            Class<?> document,
            Function<SearchPredicateFactory, PredicateFinalStep> predicate,
            Order order,
            int from,
            int size,
            int exactTotal,
            boolean summaries,
            Duration longest) {}

    /**
     * What was found.
     *
     * @param total how many match in all; at least so many where it is not exact
     */
    record Top(List<Hit> hits, long total, boolean exact) {}
}

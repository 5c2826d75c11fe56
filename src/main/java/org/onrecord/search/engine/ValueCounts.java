package org.onrecord.search.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/** Counts how often each value of a field occurs in the documents a query matches. Thread-safe. */
public interface ValueCounts {

    /**
     * The most frequent values of fields, by field.
     *
     * @param size values of each
     * @param longest after which to give up
     * @throws org.hibernate.search.util.common.SearchTimeoutException if it took too long
     */
    Map<String, Map<String, Long>> count(
            Class<?> document,
            Function<SearchPredicateFactory, PredicateFinalStep> predicate,
            Collection<String> fields,
            int size,
            Duration longest);
}

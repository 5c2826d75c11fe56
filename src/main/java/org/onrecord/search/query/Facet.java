package org.onrecord.search.query;

import java.util.List;

/**
 * How often each value of something occurs among the results.
 *
 * @param values most frequent first
 */
public record Facet(String name, List<Count> values) {

    public Facet {
        values = List.copyOf(values);
    }

    /** A value as the index holds it, and how many results have it. */
    public record Count(String value, long count) {}
}

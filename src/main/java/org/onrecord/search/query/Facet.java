package org.onrecord.search.query;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.hibernate.search.util.common.SearchException;

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
    public record Count(String value, long count) {

        /**
         * A value that is an id.
         *
         * @throws SearchException if the index holds something else
         */
        public UUID id() {
            try {
                return UUID.fromString(value);
            } catch (IllegalArgumentException none) {
                throw new SearchException("the index cannot be read", new IOException("not an id: " + value));
            }
        }
    }
}

package org.onrecord.search.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a result has to fulfil besides the query; it never changes the ranking. */
public sealed interface Condition {

    /** Leaves out quotes that somebody looked at and said they are none. */
    Condition NOT_REJECTED = new Not(new OneOf("status", List.of("REJECTED")));

    /** The field holds one of these values exactly. */
    record OneOf(String field, List<String> values) implements Condition {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** The field holds this number of values: some, or none. */
    record Present(String field, boolean present) implements Condition {}

    /** The words stand next to each other in the field. */
    record Worded(String field, String words) implements Condition {}

    /** The time lies in {@code [from, to)}; null is open. */
    record Between(
            String field, @Nullable Instant from, @Nullable Instant to) implements Condition {}

    /** At least one of these. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** None of this. */
    record Not(Condition condition) implements Condition {}
}

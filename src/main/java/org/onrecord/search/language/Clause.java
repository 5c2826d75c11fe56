package org.onrecord.search.language;

import java.util.List;

/**
 * A node of a parsed query. Immutable; two queries that mean the same by their shape are equal. {@link #toString()} is
 * the canonical spelling, which parses back to an equal clause.
 */
public sealed interface Clause {

    /** One word as typed; where it falls apart in analysis ("co-operate"), its parts stand next to each other. */
    record Word(String text) implements Clause {
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Words next to each other, in order.
     *
     * @param slop how many places the words may be moved in all to make the phrase; 0 for the exact phrase
     */
    record Phrase(String text, int slop) implements Clause {
        @Override
        public String toString() {
            return '"' + text + '"' + (slop == 0 ? "" : "~" + slop);
        }
    }

    /** Words that start so; at least {@link QueryParser#MIN_PREFIX} letters or digits. */
    record Prefix(String text) implements Clause {
        @Override
        public String toString() {
            return text + '*';
        }
    }

    /**
     * Words spelled nearly so.
     *
     * @param edits letters inserted, deleted, replaced or two neighbours swapped, 1 or 2; the first letter stands
     */
    record Fuzzy(String text, int edits) implements Clause {
        @Override
        public String toString() {
            return text + '~' + edits;
        }
    }

    /** A clause confined to one field; never holds another one. */
    record In(Field field, Clause clause) implements Clause {
        @Override
        public String toString() {
            return field.label() + ':' + Spelling.grouped(clause);
        }
    }

    /** Everything of this; at least two. */
    record AllOf(List<Clause> clauses) implements Clause {
        public AllOf {
            clauses = List.copyOf(clauses);
        }

        @Override
        public String toString() {
            return Spelling.joined(clauses, " ");
        }
    }

    /** Any of this; at least two. */
    record AnyOf(List<Clause> clauses) implements Clause {
        public AnyOf {
            clauses = List.copyOf(clauses);
        }

        @Override
        public String toString() {
            return Spelling.joined(clauses, " OR ");
        }
    }

    /** Whatever does not match the clause. */
    record Not(Clause clause) implements Clause {
        @Override
        public String toString() {
            return '-' + Spelling.grouped(clause);
        }
    }
}

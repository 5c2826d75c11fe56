package org.onrecord.extraction.naming;

/**
 * A name by its tokens.
 *
 * @param type one of {@link NameLabels}' types
 * @param from its first token
 * @param to the token after its last
 */
record TaggedName(int type, int from, int to) {

    /** The same tokens as a name of another type. */
    TaggedName as(int other) {
        return new TaggedName(other, from, to);
    }

    boolean overlaps(int start, int end) {
        return from < end && start < to;
    }
}

package org.onrecord.extraction.naming;

import org.onrecord.extraction.EntityType;

/**
 * A name in a text.
 *
 * @param start where it starts, a UTF-16 index of the text
 * @param end the UTF-16 index after its last character
 */
public record NameSpan(EntityType type, int start, int end) {

    public NameSpan {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a name's place: [" + start + ", " + end + ")");
        }
    }
}

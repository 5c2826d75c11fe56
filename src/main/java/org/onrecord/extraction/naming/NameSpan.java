package org.onrecord.extraction.naming;

import org.onrecord.extraction.EntityType;

/**
 * A name in a text.
 *
 * @param start where it starts, a UTF-16 index of the text
 * @param end the UTF-16 index after its last character
 * @param confidence the tagger's probability that this is a name of this type with these bounds, 0 to 1
 */
public record NameSpan(EntityType type, int start, int end, double confidence) {

    public NameSpan {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a name's place: [" + start + ", " + end + ")");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("not a confidence: " + confidence);
        }
    }
}

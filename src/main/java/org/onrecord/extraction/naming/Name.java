package org.onrecord.extraction.naming;

import org.onrecord.extraction.EntityType;
import org.onrecord.text.CharSpan;

/** A name in a text, where the recogniser found it or the rest of the article completed it. */
public record Name(EntityType type, CharSpan span) {

    public Name(EntityType type, int start, int end) {
        this(type, new CharSpan(start, end));
    }

    public Name {
        if (span.start() < 0 || span.isEmpty()) {
            throw new IllegalArgumentException("not a name's place: " + span);
        }
    }

    public int start() {
        return span.start();
    }

    public int end() {
        return span.end();
    }
}

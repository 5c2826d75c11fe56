package org.onrecord.quote;

import org.onrecord.text.Span;

/**
 * One unbroken stretch of a quote.
 *
 * @param start in code points of the body of the quote's article version
 * @param end after the last code point
 * @param text exactly {@code body[start, end)}
 */
public record Segment(int start, int end, String text) {

    public Segment {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a segment: [" + start + ", " + end + ")");
        }
    }

    public Span span() {
        return new Span(start, end);
    }
}

package org.onrecord.text;

/**
 * A stretch of a text in UTF-16 indices, {@code [start, end)}, as Java's strings count. Code that reads a text uses it;
 * what is stored or shown is a {@link Span} of code points.
 */
public record CharSpan(int start, int end) {

    public boolean isEmpty() {
        return end <= start;
    }

    /** The words it covers. */
    public String in(String text) {
        return text.substring(start, end);
    }
}

package org.onrecord.text;

import java.util.Arrays;

/**
 * A text with its two ways of counting: Java's UTF-16 code units inside, Unicode code points at the API and in the
 * database. The one place where offsets are converted. Immutable and thread-safe; conversions cost O(log n) in the
 * number of supplementary characters and nothing where there are none.
 */
public final class CodePoints {

    private final String text;

    /** UTF-16 index of the low surrogate of each supplementary character, ascending. */
    private final int[] lowSurrogates;

    public CodePoints(String text) {
        this.text = text;
        this.lowSurrogates = lowSurrogatesOf(text);
    }

    private static int[] lowSurrogatesOf(String text) {
        int[] found = new int[16];
        int count = 0;
        for (int index = 1; index < text.length(); index++) {
            if (Character.isLowSurrogate(text.charAt(index)) && Character.isHighSurrogate(text.charAt(index - 1))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = index;
            }
        }
        return Arrays.copyOf(found, count);
    }

    public String text() {
        return text;
    }

    /** The length of the text in code points. */
    public int length() {
        return text.length() - lowSurrogates.length;
    }

    /**
     * The code point offset of a UTF-16 index; an index inside a surrogate pair counts as the pair's start.
     *
     * @throws IndexOutOfBoundsException if the index lies outside the text
     */
    public int fromUtf16(int index) {
        if (index < 0 || index > text.length()) {
            throw new IndexOutOfBoundsException("UTF-16 index " + index + " of " + text.length());
        }
        int found = Arrays.binarySearch(lowSurrogates, index);
        return found >= 0 ? index - found - 1 : index - (-found - 1);
    }

    /**
     * The UTF-16 index at which a code point starts.
     *
     * @throws IndexOutOfBoundsException if the offset lies outside the text
     */
    public int toUtf16(int offset) {
        if (offset < 0 || offset > length()) {
            throw new IndexOutOfBoundsException("code point " + offset + " of " + length());
        }
        int low = 0;
        int high = lowSurrogates.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lowSurrogates[middle] - middle <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return offset + low;
    }

    /** The span of code points that covers {@code [start, end)} in UTF-16. */
    public Span span(int utf16Start, int utf16End) {
        return new Span(fromUtf16(utf16Start), fromUtf16(utf16End));
    }

    public Span span(CharSpan span) {
        return span(span.start(), span.end());
    }

    /**
     * The words a span covers.
     *
     * @throws IndexOutOfBoundsException if the span reaches beyond the text
     */
    public String textOf(Span span) {
        return text.substring(toUtf16(span.start()), toUtf16(span.end()));
    }
}

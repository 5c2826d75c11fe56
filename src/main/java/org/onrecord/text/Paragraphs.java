package org.onrecord.text;

/**
 * Where the paragraphs of a text lie. A blank line always ends one. A single line end does too, because most pasted
 * articles separate their paragraphs so, except where the text goes on in lower case or is hard-wrapped, as wire copy
 * and mail are.
 */
final class Paragraphs {

    /** Lines of this many characters, all alike, are the mark of a hard-wrapped text. */
    private static final int SHORTEST_WRAPPED_LINE = 50;

    private static final int LONGEST_WRAPPED_LINE = 90;

    /** Below so many single line ends nothing can be told. */
    private static final int FEWEST_WRAPPED_LINES = 4;

    /** Receives one paragraph, {@code [from, to)} in UTF-16. */
    interface Receiver {
        void paragraph(int from, int to);
    }

    private final String text;
    private final boolean hardWrapped;

    Paragraphs(String text) {
        this.text = text;
        this.hardWrapped = isHardWrapped();
    }

    void forEach(Receiver receiver) {
        int start = 0;
        int lineEnd = endOfLine(0);
        while (lineEnd < text.length()) {
            int nextLine = afterLineEnd(lineEnd);
            if (!continues(nextLine)) {
                receiver.paragraph(start, lineEnd);
                start = nextLine;
            }
            lineEnd = endOfLine(nextLine);
        }
        if (start < text.length()) {
            receiver.paragraph(start, text.length());
        }
    }

    private boolean continues(int nextLine) {
        if (isBlank(nextLine)) {
            return false;
        }
        return hardWrapped || Character.isLowerCase(text.charAt(nextLine));
    }

    /** Four in five of the lines that another follows are of one length, and blank lines mark the paragraphs. */
    private boolean isHardWrapped() {
        int followed = 0;
        int alike = 0;
        boolean blankLines = false;
        int start = 0;
        while (start < text.length()) {
            int end = endOfLine(start);
            int next = afterLineEnd(end);
            if (end < text.length() && !isBlank(start)) {
                if (isBlank(next)) {
                    blankLines = true;
                } else {
                    followed++;
                    alike += end - start >= SHORTEST_WRAPPED_LINE && end - start <= LONGEST_WRAPPED_LINE ? 1 : 0;
                }
            }
            start = next;
        }
        return blankLines && followed >= FEWEST_WRAPPED_LINES && alike * 5 >= followed * 4;
    }

    /** Whether the line that starts here is empty or all white space, or the text ends here. */
    private boolean isBlank(int start) {
        int index = start;
        while (index < text.length() && !isLineEnd(text.charAt(index))) {
            if (!Tokeniser.isSpace(text.charAt(index))) {
                return false;
            }
            index++;
        }
        return true;
    }

    private int endOfLine(int from) {
        int index = from;
        while (index < text.length() && !isLineEnd(text.charAt(index))) {
            index++;
        }
        return index;
    }

    /** The start of the next line; the text's length after the last one. */
    private int afterLineEnd(int lineEnd) {
        if (lineEnd >= text.length()) {
            return text.length();
        }
        boolean pair = text.charAt(lineEnd) == '\r' && lineEnd + 1 < text.length() && text.charAt(lineEnd + 1) == '\n';
        return lineEnd + (pair ? 2 : 1);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\f';
    }
}

package org.onrecord.extraction.grammar;

/** The characters around the quotation marks of a body. */
class MarkedText {

    final String body;

    MarkedText(String body) {
        this.body = body;
    }

    /** Whether a mark here may open: at the start, after a blank or after opening punctuation. */
    boolean opensAfter(int at, int from) {
        if (at == from) {
            return true;
        }
        char before = body.charAt(at - 1);
        return isBlank(before) || isOpeningPunctuation(before);
    }

    /** Whether the paragraph behind this end opens with a mark; with a single one only where it is like this one. */
    boolean nextParagraphOpens(int end, char like) {
        int next = end;
        while (next < body.length() && (isBlank(body.charAt(next)) || body.charAt(next) == '\n')) {
            next++;
        }
        if (next >= body.length()) {
            return false;
        }
        char mark = body.charAt(next);
        boolean opening = "“\"„«‟".indexOf(mark) >= 0;
        boolean openingSingle = (mark == '‘' || mark == '\'') && mark == like;
        return opening || openingSingle;
    }

    int skipBlanks(int from, int to) {
        int index = from;
        while (index < to && isBlank(body.charAt(index))) {
            index++;
        }
        return index;
    }

    boolean hasWord(int from, int to) {
        for (int index = from; index < to; index++) {
            if (Character.isLetterOrDigit(body.charAt(index)) || Character.isSurrogate(body.charAt(index))) {
                return true;
            }
        }
        return false;
    }

    static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '\u200B'
                || character == '\uFEFF';
    }

    static boolean isDash(char character) {
        return character == '-' || character == '–' || character == '—' || character == '―';
    }

    static boolean isOpeningPunctuation(char character) {
        return "([{“\"‘'„«".indexOf(character) >= 0 || character == '/' || isDash(character) || character == ':';
    }
}

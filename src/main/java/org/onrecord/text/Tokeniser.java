package org.onrecord.text;

/**
 * Cuts a stretch of text into tokens, much as the Penn Treebank does: punctuation, quotation marks, currency and the
 * clitics ('s, n't, 'll) stand alone; hyphenated words, numbers, addresses, initials ("J.") and abbreviations ("Mr.",
 * "U.S.") stay whole. One pass, each character is looked at a bounded number of times.
 */
final class Tokeniser {

    /** Longest word that is looked up among the abbreviations. */
    private static final int LONGEST_ABBREVIATION = 8;

    private final String text;
    private final IntList starts;
    private final IntList ends;

    private int paragraphStart;
    private int limit;

    Tokeniser(String text, IntList starts, IntList ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** Adds the tokens of {@code [from, to)}. */
    void tokenise(int from, int to) {
        paragraphStart = from;
        limit = to;
        int index = from;
        while (index < to) {
            if (isSpace(text.charAt(index))) {
                index++;
            } else {
                index = token(index);
            }
        }
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200B'
                || c == '\u200E'
                || c == '\u200F'
                || c == '\uFEFF';
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    private int add(int start, int end) {
        starts.add(start);
        ends.add(end);
        return end;
    }

    /** Adds the token that starts here and says where it ends. */
    private int token(int start) {
        char c = text.charAt(start);
        if (isWordPart(start)) {
            return word(start, start);
        }
        if (isApostrophe(c) && start > paragraphStart && isWordPart(start - 1) && cliticLength(start) > 0) {
            return add(start, start + cliticLength(start));
        }
        if (isApostrophe(c) && isSpacedGenitive(start)) {
            return add(start, start + 3);
        }
        if ((c == '#' || c == '@') && isWordPart(start + 1)) {
            return word(start, start + 1);
        }
        if (c == '.' && isDigit(start + 1)) {
            return word(start, start + 1);
        }
        if (c == '.' || c == '-') {
            return add(start, endOfRun(start));
        }
        if ((c == '`' || c == '\'') && charAt(start + 1) == c) {
            return add(start, start + 2);
        }
        return add(start, Math.min(limit, start + Character.charCount(text.codePointAt(start))));
    }

    private int endOfRun(int start) {
        char c = text.charAt(start);
        int end = start + 1;
        while (end < limit && text.charAt(end) == c) {
            end++;
        }
        return end;
    }

    /** Adds the word that starts here (and the "n't" that may end it); its word characters begin at {@code from}. */
    private int word(int start, int from) {
        int end = from;
        int segment = from;
        while (end < limit) {
            if (isWordPart(end)) {
                end++;
            } else if (charAt(end) == ':' && charAt(end + 1) == '/' && charAt(end + 2) == '/') {
                return add(start, endOfAddress(end));
            } else if (isApostrophe(text.charAt(end)) && endsInNt(start, end)) {
                add(start, end - 1);
                return add(end - 1, end + 2);
            } else if (joins(end, start, segment)) {
                if (text.charAt(end) == '.' || text.charAt(end) == '-' && isInitials(end + 1)) {
                    segment = end + 1;
                }
                end++;
            } else {
                break;
            }
        }
        if (keepsStop(start, end, segment)) {
            end++;
        } else if (charAt(end) == '$' && end - start <= 3 && isUpper(end - 1)) {
            end++;
        }
        return add(start, end);
    }

    /** "N.Y." behind a hyphen: "D-N.Y.". */
    private boolean isInitials(int index) {
        return isUpper(index) && charAt(index + 1) == '.' && isUpper(index + 2) && !isWordPart(index + 3);
    }

    private int endOfAddress(int from) {
        int end = from;
        while (end < limit && !isSpace(text.charAt(end)) && "\"<>\u201C\u201D".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (".,;:!?)'\u2019".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Whether the character here, no word character itself, holds the words on its two sides together. */
    private boolean joins(int index, int start, int segment) {
        if (!isWordPart(index + 1)) {
            return text.charAt(index) == '.'
                    && index - segment == 1
                    && isUpper(segment)
                    && charAt(index + 1) == '-'
                    && isWordPart(index + 2);
        }
        switch (text.charAt(index)) {
            case '-', '\u2010', '\u2011', '_', '\u00AD', '\u00B7':
                return true;
            case '@':
                return isAsciiWordPart(index - 1);
            case ',', ':', '/':
                return isDigit(index - 1) && isDigit(index + 1);
            case '&':
                return isUpper(index - 1) && isUpper(index + 1);
            case '\'', '\u2019':
                return cliticLength(index) == 0;
            case '\u2018':
                return isLower(index - 1) && isLower(index + 1);
            case '.':
                return joinsAsDot(index, start, segment);
            default:
                return false;
        }
    }

    /** Dots inside numbers, addresses, initials and "Ph.D."; not the stop of a sentence that lacks its space. */
    private boolean joinsAsDot(int index, int start, int segment) {
        if (isDigit(index + 1)) {
            return isDigit(index - 1) || (index - start == 2 && text.startsWith("No", start));
        }
        if (isLower(index + 1)) {
            return !isDigit(index - 1);
        }
        boolean initial = index - segment == 1;
        boolean degree = index - segment == 2 && charAt(index + 2) == '.';
        return initial || degree;
    }

    /** The length of 's, 'll, 're, 've, 'd or 'm at an apostrophe, 0 where there is none. */
    private int cliticLength(int apostrophe) {
        char first = Character.toLowerCase(charAt(apostrophe + 1));
        if ((first == 's' || first == 'd' || first == 'm') && !isWordPart(apostrophe + 2)) {
            return 2;
        }
        char second = Character.toLowerCase(charAt(apostrophe + 2));
        boolean two = (first == 'l' && second == 'l') || ((first == 'r' || first == 'v') && second == 'e');
        return two && !isWordPart(apostrophe + 3) ? 3 : 0;
    }

    /** "Peru’ s", as text put together again from tokens has it. */
    private boolean isSpacedGenitive(int apostrophe) {
        return isWordPart(apostrophe - 1)
                && charAt(apostrophe + 1) == ' '
                && charAt(apostrophe + 2) == 's'
                && !isWordPart(apostrophe + 3);
    }

    private boolean endsInNt(int start, int apostrophe) {
        return apostrophe - start >= 2
                && Character.toLowerCase(text.charAt(apostrophe - 1)) == 'n'
                && Character.toLowerCase(charAt(apostrophe + 1)) == 't'
                && !isWordPart(apostrophe + 2);
    }

    /** Whether the stop after the word belongs to it: "Mr.", "U.S.", "J.". */
    private boolean keepsStop(int start, int end, int segment) {
        if (charAt(end) != '.' || charAt(end + 1) == '.') {
            return false;
        }
        if (end - segment == 1 && Character.isLetter(text.charAt(segment))) {
            return segment > start || (isUpper(segment) && !isPronoun(start));
        }
        if (end - start > LONGEST_ABBREVIATION) {
            return false;
        }
        String word = text.substring(start, end);
        if (word.equals("No")) {
            return isDigit(end + 2);
        }
        return Abbreviations.keepsStop(word, follows(start, ','));
    }

    /** "I" after a word in lower case is the pronoun, not an initial. */
    private boolean isPronoun(int start) {
        if (text.charAt(start) != 'I' || starts.size() == 0) {
            return false;
        }
        int previous = starts.get(starts.size() - 1);
        return previous >= paragraphStart && Character.isLowerCase(text.charAt(previous));
    }

    private boolean follows(int start, char c) {
        int last = starts.size() - 1;
        return last >= 0
                && starts.get(last) >= paragraphStart
                && starts.get(last) < start
                && text.charAt(starts.get(last)) == c;
    }

    private char charAt(int index) {
        return index < limit ? text.charAt(index) : '\0';
    }

    private boolean isDigit(int index) {
        return index >= paragraphStart && index < limit && Character.isDigit(text.charAt(index));
    }

    private boolean isUpper(int index) {
        return index >= paragraphStart && index < limit && Character.isUpperCase(text.charAt(index));
    }

    private boolean isLower(int index) {
        return index >= paragraphStart && index < limit && Character.isLowerCase(text.charAt(index));
    }

    private boolean isAsciiWordPart(int index) {
        return isWordPart(index) && text.charAt(index) < 128;
    }

    /** Letters, digits and the marks that go with them; supplementary letters count by their surrogates. */
    private boolean isWordPart(int index) {
        if (index < paragraphStart || index >= limit) {
            return false;
        }
        char c = text.charAt(index);
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        if (Character.isHighSurrogate(c)) {
            return Character.isLetterOrDigit(text.codePointAt(index));
        }
        if (Character.isLowSurrogate(c)) {
            return index > paragraphStart && Character.isLetterOrDigit(text.codePointBefore(index + 1));
        }
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}

package org.onrecord.text;

import java.text.Normalizer;

/**
 * Text as the archive stores it, so that the same words received by different ways are the same characters and can be
 * counted, compared and searched.
 *
 * <p>Normalisation form C; {@code \n} line ends; every kind of blank is a plain space, never two together, never at a
 * line's ends; nothing invisible: no byte order mark, zero-width space, soft hyphen, direction control, NUL or other
 * control character. C1 controls are read as the Windows-1252 characters they nearly always were (WHATWG Encoding
 * does the same). Lone surrogates become U+FFFD. A run of more than thirty combining marks is broken with a combining
 * grapheme joiner (UAX #15, stream-safe text), which keeps normalising linear in time.
 *
 * <p>All methods are pure, linear in the input and idempotent.
 */
public final class StoredText {

    /** UAX #15, section 13: the longest run of non-starters in stream-safe text. */
    private static final int MARKS_IN_A_ROW = 30;

    private static final char GRAPHEME_JOINER = '\u034F';

    /** What bytes 0x80 to 0x9F stand for in Windows-1252; a blank where they stand for nothing. */
    private static final String WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    private StoredText() {}

    /** One line: every run of blanks and line ends is one space, none at the ends. */
    public static String line(String received) {
        String visible = visible(received);
        StringBuilder line = new StringBuilder(visible.length());
        for (int index = 0; index < visible.length(); index++) {
            char character = visible.charAt(index);
            append(line, character == '\n' ? ' ' : character);
        }
        return trimmed(line);
    }

    /** Paragraphs separated by one blank line; lines within a paragraph stay lines; no blank at any line's ends. */
    public static String of(String received) {
        String visible = visible(received);
        StringBuilder body = new StringBuilder(visible.length());
        for (int index = 0; index < visible.length(); index++) {
            char character = visible.charAt(index);
            if (character == '\n') {
                endLine(body);
            } else {
                append(body, character);
            }
        }
        return trimmed(body);
    }

    private static void append(StringBuilder text, char character) {
        if (character == ' ') {
            if (!text.isEmpty() && text.charAt(text.length() - 1) > ' ') {
                text.append(' ');
            }
        } else {
            text.append(character);
        }
    }

    private static void endLine(StringBuilder text) {
        int end = text.length();
        if (end > 0 && text.charAt(end - 1) == ' ') {
            text.setLength(--end);
        }
        boolean afterBlankLine = end > 1 && text.charAt(end - 1) == '\n' && text.charAt(end - 2) == '\n';
        if (end > 0 && !afterBlankLine) {
            text.append('\n');
        }
    }

    private static String trimmed(StringBuilder text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    /** The characters a reader sees, composed: layout is as received but for the kinds of blanks and line ends. */
    private static String visible(String received) {
        if (isPlain(received)) {
            return received;
        }
        String before;
        String text = received;
        do {
            before = text;
            // Composing may bring together what an invisible character kept apart, hence once more.
            text = Normalizer.normalize(scrubbed(before), Normalizer.Form.NFC);
        } while (!text.equals(before));
        return text;
    }

    /** Nearly all text: letters of European languages and the marks of typographers, needing nothing done. */
    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean latin = character >= ' ' && character < 0x7F || character > 0xAD && character < 0x300;
            boolean mark = character >= 0x2012 && character <= 0x2026 || character == '\n' || character == '€';
            if (!latin && !mark) {
                return false;
            }
        }
        return true;
    }

    private static String scrubbed(String received) {
        StringBuilder text = new StringBuilder(received.length());
        int marks = 0;
        for (int index = 0; index < received.length(); ) {
            int codePoint = received.codePointAt(index);
            int width = Character.charCount(codePoint);
            if (codePoint == '\r') {
                width = received.startsWith("\n", index + 1) ? 2 : 1;
                codePoint = '\n';
            }
            int kept = kept(codePoint, text);
            if (kept >= 0) {
                marks = isMark(kept) ? marks + 1 : 0;
                if (marks > MARKS_IN_A_ROW) {
                    text.append(GRAPHEME_JOINER);
                    marks = 1;
                }
                text.appendCodePoint(kept);
                if (codePoint == '\u2029') {
                    text.append('\n');
                }
            }
            index += width;
        }
        return text.toString();
    }

    private static boolean isMark(int codePoint) {
        if (codePoint < 0x300 || codePoint == GRAPHEME_JOINER) {
            return false;
        }
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** The code point to keep in its place, or -1 for none. */
    private static int kept(int codePoint, CharSequence before) {
        if (codePoint >= ' ' && codePoint < 0x7F || codePoint == '\n') {
            return codePoint;
        }
        if (codePoint < 0xA0) {
            return control(codePoint);
        }
        return switch (codePoint) {
            case 0x00AD, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xFFFC -> -1;
            case 0x2028, 0x2029 -> '\n';
            case 0x200C, 0x200D -> joinsScript(before) ? codePoint : -1;
            default -> other(codePoint);
        };
    }

    private static int control(int codePoint) {
        if (codePoint == '\t') {
            return ' ';
        }
        if (codePoint == 0x0B || codePoint == '\f') {
            return '\n';
        }
        if (codePoint < 0x80) {
            return -1;
        }
        char meant = WINDOWS_1252.charAt(codePoint - 0x80);
        return meant == ' ' ? -1 : meant;
    }

    private static int other(int codePoint) {
        boolean directionControl =
                codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x206F;
        boolean noncharacter = (codePoint & 0xFFFE) == 0xFFFE || codePoint >= 0xFDD0 && codePoint <= 0xFDEF;
        boolean annotation = codePoint >= 0xFFF9 && codePoint <= 0xFFFB;
        boolean tag = codePoint == 0xE0001;
        if (directionControl || noncharacter || annotation || tag) {
            return -1;
        }
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return 0xFFFD;
        }
        return Character.isSpaceChar(codePoint) ? ' ' : codePoint;
    }

    /** Joiners shape Arabic and Indic words and emoji; between other characters they are litter. */
    private static boolean joinsScript(CharSequence before) {
        return before.length() > 0 && before.charAt(before.length() - 1) >= 0x0590;
    }
}

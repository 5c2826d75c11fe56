package org.onrecord.cleaning.passage;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.text.StoredText;

/**
 * A line of an item that is not blank.
 *
 * @param received the words as received, without the blanks around them
 * @param text the words as stored
 * @param indent the number of blanks before the first word
 * @param startsBlock whether it is the first line or follows a blank one
 */
public record Line(String received, String text, int indent, boolean startsBlock) {

    private static final String BULLETS = "•·▪●◦‣*–-+";

    /** The lines of an item in order. Blank lines are left out; the line after one starts a block. */
    public static List<Line> of(String raw) {
        List<Line> lines = new ArrayList<>();
        boolean startsBlock = true;
        int start = 0;
        for (int index = 0; index <= raw.length(); index++) {
            if (index < raw.length() && !endsLine(raw.charAt(index))) {
                continue;
            }
            String text = StoredText.line(raw.substring(start, index));
            if (!text.isEmpty()) {
                String received = strip(raw.substring(start, index));
                lines.add(new Line(received, text, indent(raw, start), startsBlock));
                startsBlock = false;
            } else if (!raw.startsWith("\r\n", index - 1)) {
                startsBlock = true;
            }
            start = index + 1;
        }
        return lines;
    }

    private static boolean endsLine(char character) {
        return switch (character) {
            case '\n', '\r', '\u000B', '\f', '\u2028', '\u2029' -> true;
            default -> false;
        };
    }

    private static int indent(String raw, int start) {
        int indent = 0;
        while (start + indent < raw.length() && isBlank(raw.charAt(start + indent))) {
            indent++;
        }
        return indent;
    }

    /** Removes blanks and invisible characters at both ends, and replaces or removes what a database cannot store. */
    public static String strip(String received) {
        int start = 0;
        int end = received.length();
        while (start < end && isBlank(received.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(received.charAt(end - 1))) {
            end--;
        }
        return storable(received.substring(start, end));
    }

    private static String storable(String received) {
        boolean storable = true;
        for (int index = 0; index < received.length() && storable; index++) {
            storable = received.charAt(index) != 0 && !Character.isSurrogate(received.charAt(index));
        }
        if (storable) {
            return received;
        }
        StringBuilder text = new StringBuilder(received.length());
        received.codePoints()
                .filter(codePoint -> codePoint != 0)
                .map(codePoint -> isSurrogate(codePoint) ? 0xFFFD : codePoint)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static boolean isBlank(char character) {
        return character <= ' ' || Character.isSpaceChar(character) || character == '\uFEFF' || character == '\u200B';
    }

    /** The passage of a line that stands alone. */
    public Passage passage(int block) {
        return new Passage(received, text, block, false);
    }

    /** Whether it begins like an item of a list: with a bullet and a blank, or with "3. ". */
    public boolean isListItem() {
        int blank = text.indexOf(' ');
        if (blank == 1) {
            return BULLETS.indexOf(text.charAt(0)) >= 0;
        }
        boolean numbered = blank > 1 && blank <= 3 && ".)".indexOf(text.charAt(blank - 1)) >= 0;
        return numbered && text.substring(0, blank - 1).chars().allMatch(Character::isDigit);
    }

    public boolean endsSentence() {
        return ".!?…:".indexOf(Passage.finalMark(text)) >= 0;
    }

    public boolean startsLowerCase() {
        return Character.isLowerCase(text.codePointAt(0));
    }

    /** Whether this line had no room for the first word of the next. */
    boolean isFullBefore(Line next, int width) {
        int blank = next.text.indexOf(' ');
        int firstWord = blank < 0 ? next.text.length() : blank;
        return text.length() + 1 + firstWord > width;
    }
}

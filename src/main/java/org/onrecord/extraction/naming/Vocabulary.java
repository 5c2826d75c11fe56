package org.onrecord.extraction.naming;

import java.nio.CharBuffer;
import java.util.Arrays;
import org.onrecord.text.TokenisedText;

/**
 * The different words of a text as features see them: each by the hashes of its word, its lower case, its shape and its
 * affixes, with the marks mapped to plain ones first (curly to straight, no stop behind "Mr." and "U.S.", so that
 * British and American spelling look alike). A word is looked at once, however often the text has it. Not thread-safe.
 */
final class Vocabulary {

    /** What stands for the words before and after a stretch of text; real words are numbered from {@link #FIRST_WORD}. */
    static final int BEFORE_START = 0;

    static final int AFTER_END = 1;
    static final int FIRST_WORD = 2;

    /** Of longer words (there are none, only hostile text) the rest is not looked at. */
    private static final int LONGEST_WORD = 60;

    private static final int LONGEST_SHAPE = 10;
    private static final int AFFIXES = 5;

    private final LongIntMap numbers = new LongIntMap();
    private int size = FIRST_WORD;
    private long[] words = new long[64];
    private long[] lowers = new long[64];
    private long[] shapes = new long[64];
    private long[] shortShapes = new long[64];
    private int[] flags = new int[64];
    private char[] initials = new char[64];

    /** Hashes of the prefixes of 1 to 5 characters, then of the suffixes; 0 where the word is too short. */
    private long[] affixes = new long[64 * AFFIXES * 2];

    private final char[] buffer = new char[LONGEST_WORD];
    private int length;

    Vocabulary() {
        mark(BEFORE_START, Hash.of("<start>"));
        mark(AFTER_END, Hash.of("<end>"));
    }

    private void mark(int number, long hash) {
        lowers[number] = hash;
        shapes[number] = hash;
        shortShapes[number] = hash;
    }

    /** One more than the highest number of a word. */
    int size() {
        return size;
    }

    long word(int number) {
        return words[number];
    }

    long lower(int number) {
        return lowers[number];
    }

    /** The shape with runs of up to three: "Xxx", "XXX". */
    long shape(int number) {
        return shapes[number];
    }

    /** The shape without runs: "Xx", "X". */
    long shortShape(int number) {
        return shortShapes[number];
    }

    /** Those of {@link WordFlags} that tell of the word alone. */
    int flags(int number) {
        return flags[number];
    }

    char initial(int number) {
        return initials[number];
    }

    /** The hash of the prefix of 1 to 5 characters, 0 where the word is too short. */
    long prefix(int number, int length) {
        return affixes[number * AFFIXES * 2 + length - 1];
    }

    /** The hash of the suffix of 1 to 5 characters, 0 where the word is too short. */
    long suffix(int number, int length) {
        return affixes[number * AFFIXES * 2 + AFFIXES + length - 1];
    }

    /** The number of a token's word, which it gets when it is first seen. */
    int numberOf(TokenisedText text, int token) {
        int start = text.tokenStart(token);
        int end = Math.min(text.tokenEnd(token), start + LONGEST_WORD);
        long written = Hash.of(text.text(), start, end);
        int number = numbers.get(written);
        if (number == 0) {
            number = size++;
            numbers.put(written, number);
            makeRoom();
            look(text.text(), start, end, number);
        }
        return number;
    }

    private void makeRoom() {
        if (size > words.length) {
            int capacity = words.length * 2;
            words = Arrays.copyOf(words, capacity);
            lowers = Arrays.copyOf(lowers, capacity);
            shapes = Arrays.copyOf(shapes, capacity);
            shortShapes = Arrays.copyOf(shortShapes, capacity);
            flags = Arrays.copyOf(flags, capacity);
            initials = Arrays.copyOf(initials, capacity);
            affixes = Arrays.copyOf(affixes, capacity * AFFIXES * 2);
        }
    }

    private void look(String text, int start, int end, int number) {
        normalise(text, start, end);
        CharSequence plain = CharBuffer.wrap(buffer, 0, length);
        words[number] = Hash.of(plain);
        initials[number] = buffer[0];
        shapes(number);
        flags[number] = flagsOf();
        for (int index = 0; index < length; index++) {
            buffer[index] = Character.toLowerCase(buffer[index]);
        }
        lowers[number] = Hash.of(plain);
        for (int affix = 1; affix <= AFFIXES && affix < length; affix++) {
            affixes[number * AFFIXES * 2 + affix - 1] = Hash.of(plain, 0, affix);
            affixes[number * AFFIXES * 2 + AFFIXES + affix - 1] = Hash.of(plain, length - affix, length);
        }
    }

    private void normalise(String text, int start, int end) {
        length = 0;
        for (int index = start; index < end; index++) {
            char c = text.charAt(index);
            if (c != ' ') {
                buffer[length++] = plain(c);
            }
        }
        if (length == 2 && buffer[0] == buffer[1] && (buffer[0] == '\'' || buffer[0] == '`')) {
            buffer[0] = '"';
            length = 1;
        }
        dropStops();
    }

    static char plain(char c) {
        switch (c) {
            case '\u2018', '\u2019', '\u02BC', '\u00B4':
                return '\'';
            case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB':
                return '"';
            case '\u2010', '\u2011', '\u2013', '\u2014', '\u2212':
                return '-';
            default:
                return c;
        }
    }

    /** "Mr." to "Mr", "U.S." to "US". */
    private void dropStops() {
        if (length < 2 || !Character.isLetter(buffer[0])) {
            return;
        }
        if (buffer[length - 1] == '.') {
            length--;
        }
        boolean initials = length >= 3;
        for (int index = 1; index < length && initials; index += 2) {
            initials = buffer[index] == '.' && (index + 1 == length || Character.isLetter(buffer[index + 1]));
        }
        if (initials) {
            int kept = 0;
            for (int index = 0; index < length; index += 2) {
                buffer[kept++] = buffer[index];
            }
            length = kept;
        }
    }

    private static char shapeOf(char c) {
        if (Character.isUpperCase(c)) {
            return 'X';
        }
        if (Character.isLetter(c) || Character.isSurrogate(c)) {
            return 'x';
        }
        return Character.isDigit(c) ? 'd' : c;
    }

    private void shapes(int number) {
        long full = 0;
        long collapsed = 0;
        char last = 0;
        int run = 0;
        int parts = 0;
        for (int index = 0; index < length && parts < LONGEST_SHAPE; index++) {
            char s = shapeOf(buffer[index]);
            run = s == last ? run + 1 : 1;
            if (run == 1) {
                collapsed = collapsed * 131 + s;
                parts++;
            }
            if (run <= 3) {
                full = full * 131 + s;
            }
            last = s;
        }
        shapes[number] = Hash.mix(full);
        shortShapes[number] = Hash.mix(collapsed);
    }

    private int flagsOf() {
        int letters = 0;
        int capitals = 0;
        int digits = 0;
        for (int index = 0; index < length; index++) {
            char c = buffer[index];
            letters += Character.isLetter(c) || Character.isSurrogate(c) ? 1 : 0;
            capitals += Character.isUpperCase(c) ? 1 : 0;
            digits += Character.isDigit(c) ? 1 : 0;
        }
        int found = 0;
        if (letters == 0) {
            found |= digits > 0 ? WordFlags.NUMBER : WordFlags.PUNCTUATION;
            found |= digits == 4 && length == 4 && (buffer[0] == '1' || buffer[0] == '2') ? WordFlags.YEAR : 0;
            found |= length == 1 && (buffer[0] == '"' || buffer[0] == '\'') ? WordFlags.QUOTE : 0;
            return found;
        }
        if (Character.isUpperCase(buffer[0]) || (capitals > 0 && digits > 0)) {
            found |= WordFlags.CAPITAL;
        }
        if (capitals == letters && letters > 1) {
            found |= WordFlags.ALL_CAPITALS;
        }
        if (capitals == 0) {
            found |= WordFlags.LOWER;
        }
        if (letters == 1 && length == 1) {
            found |= WordFlags.SINGLE_LETTER;
        }
        return found;
    }
}

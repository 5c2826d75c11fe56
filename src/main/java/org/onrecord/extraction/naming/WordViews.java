package org.onrecord.extraction.naming;

import java.nio.CharBuffer;
import java.util.Arrays;
import org.onrecord.text.TokenisedText;

/**
 * The tokens of a text as features see them: each by the hashes of its word, its lower case, its shape and its affixes,
 * with the marks mapped to plain ones first (curly to straight, no stop behind "Mr." and "U.S.", so that British and
 * American spelling look alike).
 */
final class WordViews {

    static final int CAPITAL = 1;
    static final int ALL_CAPITALS = 1 << 1;
    static final int LOWER = 1 << 2;
    static final int NUMBER = 1 << 3;
    static final int PUNCTUATION = 1 << 4;
    static final int SINGLE_LETTER = 1 << 5;
    static final int SENTENCE_START = 1 << 6;
    static final int TITLE_CASE_SENTENCE = 1 << 7;
    static final int QUOTE = 1 << 8;
    static final int SPACE_BEFORE = 1 << 9;

    /** Of longer words (there are none, only hostile text) the rest is not looked at. */
    private static final int LONGEST_WORD = 60;

    private static final int LONGEST_SHAPE = 10;
    private static final int AFFIXES = 5;

    final int size;
    final long[] word;
    final long[] lower;
    final long[] shape;
    final long[] shortShape;
    final int[] flags;

    /** Hashes of the prefixes of 1 to 5 characters, then of the suffixes; 0 where the word is too short. */
    final long[] affixes;

    /** First characters. */
    final char[] initial;

    final int[] gazetteer;

    /** Sentence starts, ascending, closed by the number of tokens. */
    final int[] sentences;

    private final char[] buffer = new char[LONGEST_WORD];
    private int length;

    WordViews(TokenisedText text, Gazetteer gazetteer) {
        size = text.tokenCount();
        word = new long[size];
        lower = new long[size];
        shape = new long[size];
        shortShape = new long[size];
        flags = new int[size];
        affixes = new long[size * AFFIXES * 2];
        initial = new char[size];
        this.gazetteer = new int[size];
        sentences = sentencesOf(text);
        for (int token = 0; token < size; token++) {
            look(text, token);
        }
        markSentences();
        gazetteer.mark(this);
    }

    /** The hashes of a phrase's words in lower case. */
    static long[] lowerHashes(TokenisedText phrase) {
        return new WordViews(phrase, Gazetteer.NONE).lower;
    }

    boolean is(int token, int flag) {
        return (flags[token] & flag) != 0;
    }

    long prefix(int token, int length) {
        return affixes[token * AFFIXES * 2 + length - 1];
    }

    long suffix(int token, int length) {
        return affixes[token * AFFIXES * 2 + AFFIXES + length - 1];
    }

    private static int[] sentencesOf(TokenisedText text) {
        int[] starts = new int[text.sentenceCount() + 1];
        for (int sentence = 0; sentence < text.sentenceCount(); sentence++) {
            starts[sentence] = text.sentenceFirstToken(sentence);
        }
        starts[text.sentenceCount()] = text.tokenCount();
        return starts;
    }

    private void look(TokenisedText text, int token) {
        normalise(text, token);
        CharSequence plain = CharBuffer.wrap(buffer, 0, length);
        word[token] = Hash.of(plain);
        initial[token] = buffer[0];
        shapes(token);
        flags[token] = flagsOf() | (text.spaceBefore(token) ? SPACE_BEFORE : 0);
        for (int index = 0; index < length; index++) {
            buffer[index] = Character.toLowerCase(buffer[index]);
        }
        lower[token] = Hash.of(plain);
        for (int affix = 1; affix <= AFFIXES && affix < length; affix++) {
            affixes[token * AFFIXES * 2 + affix - 1] = Hash.of(plain, 0, affix);
            affixes[token * AFFIXES * 2 + AFFIXES + affix - 1] = Hash.of(plain, length - affix, length);
        }
    }

    private void normalise(TokenisedText text, int token) {
        int start = text.tokenStart(token);
        int end = Math.min(text.tokenEnd(token), start + LONGEST_WORD);
        length = 0;
        for (int index = start; index < end; index++) {
            char c = text.text().charAt(index);
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

    /** The full shape keeps runs of up to three ("Xxx", "XXX"), the short one none ("Xx", "X"). */
    private void shapes(int token) {
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
        shape[token] = Hash.mix(full);
        shortShape[token] = Hash.mix(collapsed);
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
            found |= digits > 0 ? NUMBER : PUNCTUATION;
            found |= length == 1 && (buffer[0] == '"' || buffer[0] == '\'') ? QUOTE : 0;
            return found;
        }
        if (Character.isUpperCase(buffer[0]) || (capitals > 0 && digits > 0)) {
            found |= CAPITAL;
        }
        if (capitals == letters && letters > 1) {
            found |= ALL_CAPITALS;
        }
        if (capitals == 0) {
            found |= LOWER;
        }
        if (letters == 1 && length == 1) {
            found |= SINGLE_LETTER;
        }
        return found;
    }

    /** A sentence of four words or more, hardly one of them in lower case, tells nothing by its capitals. */
    private void markSentences() {
        for (int sentence = 0; sentence + 1 < sentences.length; sentence++) {
            int from = sentences[sentence];
            int to = sentences[sentence + 1];
            int capitals = 0;
            int lowers = 0;
            for (int token = from; token < to; token++) {
                capitals += is(token, CAPITAL) ? 1 : 0;
                lowers += is(token, LOWER) && affixes[token * AFFIXES * 2 + 2] != 0 ? 1 : 0;
            }
            boolean titleCase = capitals >= 4 && capitals >= 4 * lowers;
            boolean started = false;
            for (int token = from; token < to; token++) {
                if (titleCase) {
                    flags[token] |= TITLE_CASE_SENTENCE;
                }
                if (!started) {
                    flags[token] |= SENTENCE_START;
                    started = !is(token, PUNCTUATION);
                }
            }
        }
    }

    /** The sentence's first token. */
    int sentenceStart(int token) {
        int found = Arrays.binarySearch(sentences, token);
        return sentences[found >= 0 ? found : -found - 2];
    }
}

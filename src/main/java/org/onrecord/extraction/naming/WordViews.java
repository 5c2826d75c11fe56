package org.onrecord.extraction.naming;

import java.util.Arrays;
import org.onrecord.text.TokenisedText;

/** The tokens of a text as features see them: each by its word in the {@link Vocabulary} and by how it stands there. */
final class WordViews {

    final int size;
    final Vocabulary vocabulary = new Vocabulary();

    /** The number of each token's word in the vocabulary. */
    final int[] number;

    /** The hash of each token's word. */
    final long[] word;

    /** The hash of each token's word in lower case. */
    final long[] lower;

    final int[] flags;
    /** The kinds of the listed phrases each token is in. */
    final int[] gazetteer;

    /** Those of them whose phrase is all of a capitalised stretch. */
    final int[] wholePhrases;

    /** Sentence starts, ascending, closed by the number of tokens. */
    final int[] sentences;

    WordViews(TokenisedText text) {
        size = text.tokenCount();
        number = new int[size];
        word = new long[size];
        lower = new long[size];
        flags = new int[size];
        gazetteer = new int[size];
        wholePhrases = new int[size];
        sentences = sentencesOf(text);
        for (int token = 0; token < size; token++) {
            int seen = vocabulary.numberOf(text, token);
            number[token] = seen;
            word[token] = vocabulary.word(seen);
            lower[token] = vocabulary.lower(seen);
            flags[token] = vocabulary.flags(seen) | (text.spaceBefore(token) ? WordFlags.SPACE_BEFORE : 0);
        }
        markSentences();
    }

    /** The hashes of a phrase's words in lower case. */
    static long[] lowerHashes(TokenisedText phrase) {
        return new WordViews(phrase).lower;
    }

    boolean is(int token, int flag) {
        return (flags[token] & flag) != 0;
    }

    /** The first character of a token. */
    char initial(int token) {
        return vocabulary.initial(number[token]);
    }

    private static int[] sentencesOf(TokenisedText text) {
        int[] starts = new int[text.sentenceCount() + 1];
        for (int sentence = 0; sentence < text.sentenceCount(); sentence++) {
            starts[sentence] = text.sentenceFirstToken(sentence);
        }
        starts[text.sentenceCount()] = text.tokenCount();
        return starts;
    }

    /** A sentence of four words or more, hardly one of them in lower case, tells nothing by its capitals. */
    private void markSentences() {
        for (int sentence = 0; sentence + 1 < sentences.length; sentence++) {
            int from = sentences[sentence];
            int to = sentences[sentence + 1];
            int capitals = 0;
            int lowers = 0;
            for (int token = from; token < to; token++) {
                capitals += is(token, WordFlags.CAPITAL) ? 1 : 0;
                lowers += is(token, WordFlags.LOWER) && vocabulary.prefix(number[token], 3) != 0 ? 1 : 0;
            }
            boolean titleCase = capitals >= 4 && capitals >= 4 * lowers;
            boolean started = false;
            for (int token = from; token < to; token++) {
                if (titleCase) {
                    flags[token] |= WordFlags.TITLE_CASE_SENTENCE;
                }
                if (!started) {
                    flags[token] |= WordFlags.SENTENCE_START;
                    started = !is(token, WordFlags.PUNCTUATION);
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

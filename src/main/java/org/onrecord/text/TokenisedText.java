package org.onrecord.text;

import java.util.Arrays;

/**
 * A text cut into paragraphs, these into sentences, these into tokens, all in one pass of linear cost. Tokens are cut
 * as in the Penn Treebank, but never changed: each is exactly its stretch of the text.
 *
 * <p>Everything is addressed by number, counted from 0 over the whole text. Places in the text are half-open and
 * counted in <em>UTF-16 code units</em>, for use inside a computation; {@link CodePoints} turns them into the public
 * {@link Span}s. Every token belongs to one sentence, every sentence to one paragraph; none is empty. Immutable and
 * thread-safe.
 */
public final class TokenisedText {

    private final String text;
    private final int[] tokenStarts;
    private final int[] tokenEnds;

    /** First token of each sentence, and behind the last one the number of tokens. */
    private final int[] sentences;

    /** First sentence of each paragraph, and behind the last one the number of sentences. */
    private final int[] paragraphs;

    private TokenisedText(String text, IntList starts, IntList ends, IntList sentences, IntList paragraphs) {
        this.text = text;
        this.tokenStarts = starts.toArray();
        this.tokenEnds = ends.toArray();
        this.sentences = sentences.toArray();
        this.paragraphs = paragraphs.toArray();
    }

    public static TokenisedText of(String text) {
        var starts = new IntList(text.length() / 5);
        var ends = new IntList(text.length() / 5);
        var sentences = new IntList(text.length() / 100);
        var paragraphs = new IntList(text.length() / 300);
        var tokeniser = new Tokeniser(text, starts, ends);
        var breaks = new SentenceBreaks(text, starts, ends);
        new Paragraphs(text).forEach((from, to) -> {
            int firstToken = starts.size();
            tokeniser.tokenise(from, to);
            if (starts.size() > firstToken) {
                paragraphs.add(sentences.size());
                breaks.find(firstToken, starts.size(), sentences);
            }
        });
        paragraphs.add(sentences.size());
        sentences.add(starts.size());
        return new TokenisedText(text, starts, ends, sentences, paragraphs);
    }

    public String text() {
        return text;
    }

    public int tokenCount() {
        return tokenStarts.length;
    }

    /** The UTF-16 index at which a token starts. */
    public int tokenStart(int token) {
        return tokenStarts[token];
    }

    /** The UTF-16 index after a token's last code unit. */
    public int tokenEnd(int token) {
        return tokenEnds[token];
    }

    public String token(int token) {
        return text.substring(tokenStarts[token], tokenEnds[token]);
    }

    /** Whether a token is exactly this word; nothing is copied. */
    public boolean tokenIs(int token, String word) {
        return tokenEnds[token] - tokenStarts[token] == word.length() && text.startsWith(word, tokenStarts[token]);
    }

    /** Whether a token is this word in any case; nothing is copied. */
    public boolean tokenIsIgnoringCase(int token, String word) {
        return tokenEnds[token] - tokenStarts[token] == word.length()
                && text.regionMatches(true, tokenStarts[token], word, 0, word.length());
    }

    public char firstChar(int token) {
        return text.charAt(tokenStarts[token]);
    }

    public char lastChar(int token) {
        return text.charAt(tokenEnds[token] - 1);
    }

    /** Whether white space, or the start of the text, stands before a token. */
    public boolean spaceBefore(int token) {
        return token == 0 || tokenEnds[token - 1] < tokenStarts[token];
    }

    /** The first token that ends after a UTF-16 index: the one that covers it or follows it; the token count if none. */
    public int tokenFrom(int index) {
        int found = Arrays.binarySearch(tokenEnds, index + 1);
        return found >= 0 ? found : -found - 1;
    }

    public int sentenceCount() {
        return sentences.length - 1;
    }

    public int sentenceFirstToken(int sentence) {
        return sentences[sentence];
    }

    /** The token after a sentence's last. */
    public int sentenceEndToken(int sentence) {
        return sentences[sentence + 1];
    }

    /** The UTF-16 index at which a sentence starts. */
    public int sentenceStart(int sentence) {
        return tokenStarts[sentences[sentence]];
    }

    /** The UTF-16 index after a sentence's last token, closing marks included. */
    public int sentenceEnd(int sentence) {
        return tokenEnds[sentences[sentence + 1] - 1];
    }

    /** The sentence a token belongs to; costs O(log n). */
    public int sentenceOf(int token) {
        int found = Arrays.binarySearch(sentences, 0, sentences.length - 1, token);
        return found >= 0 ? found : -found - 2;
    }

    public int paragraphCount() {
        return paragraphs.length - 1;
    }

    public int paragraphFirstSentence(int paragraph) {
        return paragraphs[paragraph];
    }

    /** The sentence after a paragraph's last. */
    public int paragraphEndSentence(int paragraph) {
        return paragraphs[paragraph + 1];
    }

    public int paragraphFirstToken(int paragraph) {
        return sentences[paragraphs[paragraph]];
    }

    /** The token after a paragraph's last. */
    public int paragraphEndToken(int paragraph) {
        return sentences[paragraphs[paragraph + 1]];
    }

    /** The UTF-16 index at which a paragraph's first token starts. */
    public int paragraphStart(int paragraph) {
        return tokenStarts[paragraphFirstToken(paragraph)];
    }

    /** The UTF-16 index after a paragraph's last token. */
    public int paragraphEnd(int paragraph) {
        return tokenEnds[paragraphEndToken(paragraph) - 1];
    }

    /** The paragraph a sentence belongs to; costs O(log n). */
    public int paragraphOf(int sentence) {
        int found = Arrays.binarySearch(paragraphs, 0, paragraphs.length - 1, sentence);
        return found >= 0 ? found : -found - 2;
    }
}

package org.onrecord.search.index;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Removes punctuation from words: what matches the parameter {@code pattern}, in words that contain the character
 * {@code mark}. Lucene's own pattern filter runs a regular expression on every word, which was an eighth of all the work
 * of building an index.
 */
public final class MarkRemovalFactory extends TokenFilterFactory {

    /** The name for Lucene, which finds the class by the entry under {@code META-INF/services}. */
    public static final String NAME = "onrecordMarkRemoval";

    private final char mark;
    private final Pattern pattern;

    /** Lucene requires this constructor for its list of filters, and never calls it. */
    public MarkRemovalFactory() {
        throw defaultCtorException();
    }

    /** @throws IllegalArgumentException if a parameter is missing or unknown */
    public MarkRemovalFactory(Map<String, String> parameters) {
        super(parameters);
        mark = requireChar(parameters, "mark");
        pattern = getPattern(parameters, "pattern");
        if (!parameters.isEmpty()) {
            throw new IllegalArgumentException("unknown parameters: " + parameters);
        }
    }

    @Override
    public TokenStream create(TokenStream words) {
        return new MarkRemoval(words, mark, pattern);
    }

    private static final class MarkRemoval extends TokenFilter {

        private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
        private final char mark;
        private final Matcher matcher;

        MarkRemoval(TokenStream words, char mark, Pattern pattern) {
            super(words);
            this.mark = mark;
            this.matcher = pattern.matcher(word);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            if (holdsMark()) {
                String shorter = matcher.reset().replaceAll("");
                word.setEmpty().append(shorter);
            }
            return true;
        }

        private boolean holdsMark() {
            char[] characters = word.buffer();
            for (int i = 0; i < word.length(); i++) {
                if (characters[i] == mark) {
                    return true;
                }
            }
            return false;
        }
    }
}

package org.onrecord.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.pattern.PatternReplaceFilterFactory;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;

class MarkRemovalTests {

    private static final String ACRONYM_DOTS = "(?<=\\p{L})\\.(?=\\p{L}|$)";

    @Test
    void takesOutOnlyWhatThePatternMatches() throws IOException {
        assertThat(words(removal(), "U.S. 3.5 plain end. . é.u."))
                .containsExactly("US", "3.5", "plain", "end", ".", "éu");
    }

    @Test
    void doesWhatLucenesOwnFilterDoes() throws IOException {
        var theirs = new PatternReplaceFilterFactory(
                new HashMap<>(Map.of("pattern", ACRONYM_DOTS, "replacement", "", "replace", "all")));
        long seed = 20_261_122;
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String text = random.ints(1 + random.nextInt(40), 0, 8)
                    .mapToObj(n -> String.valueOf(".a.É3 .u".charAt(n)))
                    .reduce("", String::concat);
            assertThat(words(removal(), text))
                    .as("seed %d, text %s", seed, text)
                    .isEqualTo(words(theirs, text));
        }
    }

    @Test
    void refusesParametersItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkRemovalFactory(
                        new HashMap<>(Map.of("mark", ".", "pattern", ACRONYM_DOTS, "replacement", "-"))))
                .withMessageContaining("replacement");
    }

    private static MarkRemovalFactory removal() {
        return new MarkRemovalFactory(new HashMap<>(Map.of("mark", ".", "pattern", ACRONYM_DOTS)));
    }

    private static List<String> words(TokenFilterFactory filter, String text) throws IOException {
        try (var analyzer = new Filtered(filter);
                var stream = analyzer.tokenStream("", text)) {
            List<String> words = new ArrayList<>();
            var word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
            return words;
        }
    }

    private static final class Filtered extends Analyzer {

        private final TokenFilterFactory filter;

        Filtered(TokenFilterFactory filter) {
            this.filter = filter;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var tokenizer = new WhitespaceTokenizer();
            return new TokenStreamComponents(tokenizer, filter.create(tokenizer));
        }
    }
}

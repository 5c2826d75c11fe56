package org.onrecord.extraction.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.text.TokenisedText;

/** What the tagger makes of our own sentences, one for each phenomenon, known failures among them. */
class NamesByExampleTests {

    private static final NameTagger TAGGER = NameTagger.load();

    record Example(String phenomenon, boolean knownWrong, String marked) {

        @Override
        public String toString() {
            return phenomenon + (knownWrong ? " (known to go wrong)" : "");
        }
    }

    static Stream<Example> examples() throws IOException {
        try (var in = NamesByExampleTests.class.getResourceAsStream("names-by-example.txt")) {
            String rows = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return rows.lines()
                    .filter(row -> !row.isBlank() && !row.startsWith("#"))
                    .map(NamesByExampleTests::example);
        }
    }

    private static Example example(String row) {
        int bar = row.indexOf(" | ");
        boolean wrong = row.startsWith("wrong ");
        return new Example(row.substring(wrong ? 6 : 0, bar), wrong, row.substring(bar + 3));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsEachExampleAsExpected(Example example) {
        String found = marked(plain(example.marked()));
        if (example.knownWrong()) {
            assertThat(found).as("right at last: take the row's \"wrong\" away").isNotEqualTo(example.marked());
        } else {
            assertThat(found).isEqualTo(example.marked());
        }
    }

    /** The text of a row: each "[TYPE name]" as its name. */
    private static String plain(String marked) {
        return marked.replaceAll("\\[[A-Z]+ ([^]]*)]", "$1");
    }

    private static String marked(String text) {
        List<Name> names = new ArrayList<>(TAGGER.tag(TokenisedText.of(text)));
        var marked = new StringBuilder(text);
        for (int each = names.size() - 1; each >= 0; each--) {
            var name = names.get(each);
            marked.insert(name.end(), "]").insert(name.start(), "[" + name.type() + " ");
        }
        return marked.toString();
    }
}

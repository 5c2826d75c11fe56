package org.onrecord.search.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.search.language.Field;
import org.onrecord.search.language.QueryParser;

class HighlighterTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    flood           | The floods came. | The <mark>floods</mark> came.
                    erdogan         | Mr Erdoğan’s day | Mr <mark>Erdoğan’s</mark> day
                    harbor          | A harbour wall   | A <mark>harbour</mark> wall
                    "a wall"        | A wall, a day    | <mark>A</mark> <mark>wall</mark>, a day
                    "wall harbour"~3 | A harbour wall  | A <mark>harbour</mark> <mark>wall</mark>
                    har*            | Harbour harm     | <mark>Harbour</mark> <mark>harm</mark>
                    habrour~        | A harbour        | A <mark>harbour</mark>
                    wall -harbour   | A harbour wall   | A harbour <mark>wall</mark>
                    wall            | <b>wall</b> & "x" | &lt;b&gt;<mark>wall</mark>&lt;/b&gt; &amp; &quot;x&quot;
                    headline:wall   | A wall           | A <mark>wall</mark>
                    """)
    void marksWhatAQueryLooksFor(String query, String text, String expected) {
        assertThat(highlighter(query).whole(text, Field.HEADLINE)).isEqualTo(expected);
    }

    @Test
    void marksNothingWhereThereIsNothing() {
        assertThat(highlighter("body:wall").whole("A wall", Field.HEADLINE)).isNull();
        assertThat(highlighter("flood").whole("A wall", Field.HEADLINE)).isNull();
        assertThat(highlighter("flood").fragments("A wall", Field.BODY)).isEmpty();
    }

    @Test
    void cutsFragmentsBetweenWords() {
        String text = "word ".repeat(500) + "flood " + "word ".repeat(500) + "flood " + "word ".repeat(100);
        assertThat(highlighter("flood").fragments(text, Field.BODY))
                .hasSize(2)
                .allSatisfy(fragment -> assertThat(fragment)
                        .startsWith("word ")
                        .endsWith(" word")
                        .contains("<mark>flood</mark>")
                        .hasSizeLessThan(230));
    }

    private static Highlighter highlighter(String query) {
        return new Highlighter(QueryParser.parse(query).clause());
    }
}

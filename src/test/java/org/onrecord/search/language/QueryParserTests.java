package org.onrecord.search.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.search.language.Clause.AllOf;
import org.onrecord.search.language.Clause.AnyOf;
import org.onrecord.search.language.Clause.Fuzzy;
import org.onrecord.search.language.Clause.In;
import org.onrecord.search.language.Clause.Not;
import org.onrecord.search.language.Clause.Phrase;
import org.onrecord.search.language.Clause.Prefix;
import org.onrecord.search.language.Clause.Word;

class QueryParserTests {

    @Test
    void asksForAllWords() {
        assertThat(parse("flood relief")).isEqualTo(new AllOf(List.of(new Word("flood"), new Word("relief"))));
    }

    @Test
    void bindsAndCloserThanOr() {
        assertThat(parse("a b OR c"))
                .isEqualTo(new AnyOf(List.of(new AllOf(List.of(new Word("a"), new Word("b"))), new Word("c"))));
    }

    @Test
    void readsPhrasesAndNearness() {
        assertThat(parse("\"flood  relief\"")).isEqualTo(new Phrase("flood relief", 0));
        assertThat(parse("\u201Cflood relief\u201D~5")).isEqualTo(new Phrase("flood relief", 5));
    }

    @Test
    void readsPrefixesAndMisspelledWords() {
        assertThat(parse("floo*")).isEqualTo(new Prefix("floo"));
        assertThat(parse("flod~")).isEqualTo(new Fuzzy("flod", 1));
        assertThat(parse("parlaiment~")).isEqualTo(new Fuzzy("parlaiment", 2));
        assertThat(parse("parlaiment~1")).isEqualTo(new Fuzzy("parlaiment", 1));
    }

    @Test
    void readsExclusions() {
        assertThat(parse("-flood")).isEqualTo(new Not(new Word("flood")));
        assertThat(parse("NOT flood")).isEqualTo(new Not(new Word("flood")));
        assertThat(parse("a -(b OR c)"))
                .isEqualTo(new AllOf(
                        List.of(new Word("a"), new Not(new AnyOf(List.of(new Word("b"), new Word("c")))))));
    }

    @Test
    void confinesAClauseToAField() {
        assertThat(parse("speaker:\"Ana Ruiz\" Headline:(flood OR drought)"))
                .isEqualTo(new AllOf(List.of(
                        new In(Field.SPEAKER, new Phrase("Ana Ruiz", 0)),
                        new In(Field.HEADLINE, new AnyOf(List.of(new Word("flood"), new Word("drought")))))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"co-operate", "12:30", "https://example.org/a?b=c", "O'Brien", "said:", "AT&T", "or", "C++"})
    void takesAnythingElseAsAWord(String word) {
        assertThat(parse(word)).isEqualTo(new Word(word));
    }

    @Test
    void leavesPunctuationOutAndSaysSo() {
        ParsedQuery parsed = QueryParser.parse("flood - relief");
        assertThat(parsed.canonical()).isEqualTo("flood relief");
        assertThat(parsed.warnings()).containsExactly("Nothing to search for in \"-\", left out.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a "b          | unclosed-quote       | 3
                    a "" b        | empty-phrase         | 3
                    (a            | unclosed-parenthesis | 1
                    a)            | unopened-parenthesis | 2
                    )             | unopened-parenthesis | 1
                    a ()          | empty-parentheses    | 3
                    a OR          | unfinished           | 5
                    OR a          | dangling-operator    | 1
                    a OR OR b     | dangling-operator    | 6
                    a AND         | unfinished           | 6
                    (a OR ) b     | dangling-operator    | 7
                    a -(          | unfinished           | 5
                    NOT           | dangling-not         | 1
                    NOT -a        | dangling-not         | 1
                    a*b           | misplaced-star       | 2
                    *             | short-prefix         | 1
                    a*            | short-prefix         | 1
                    co-op*        | marked-word          | 1
                    ab~           | short-fuzzy          | 1
                    abc~3         | bad-fuzziness        | 4
                    "a b"~        | bad-nearness         | 6
                    "a b"~51      | bad-nearness         | 6
                    headlin:flood | unknown-field        | 1
                    a headline:   | empty-field          | 3
                    headline: a   | empty-field          | 1
                    headline:OR   | empty-field          | 1
                    headline:-a   | misplaced-not        | 10
                    body:(tag:a)  | nested-field         | 7
                    ...           | empty-query          | 4
                    😀😀 (a       | unclosed-parenthesis | 4
                    """)
    void refusesWithThePlaceAndAReason(String query, String code, int position) {
        assertThatExceptionOfType(MalformedQuery.class)
                .isThrownBy(() -> QueryParser.parse(query))
                .satisfies(malformed -> {
                    assertThat(malformed.code()).isEqualTo(code);
                    assertThat(malformed.position()).isEqualTo(position);
                    assertThat(malformed.advice()).startsWith("At character " + position + ": ");
                });
    }

    @Test
    void keepsToItsLimits() {
        assertThat(codeOf("x".repeat(QueryParser.MAX_LENGTH))).isNull();
        assertThat(codeOf("x".repeat(QueryParser.MAX_LENGTH + 1))).isEqualTo("too-long");
        assertThat(codeOf(nested(QueryParser.MAX_DEPTH))).isNull();
        assertThat(codeOf(nested(QueryParser.MAX_DEPTH + 1))).isEqualTo("too-deep");
        assertThat(codeOf("x ".repeat(QueryParser.MAX_TERMS))).isNull();
        assertThat(codeOf("x ".repeat(QueryParser.MAX_TERMS + 1))).isEqualTo("too-many-words");
        assertThat(codeOf("xx* ".repeat(QueryParser.MAX_PATTERNS))).isNull();
        assertThat(codeOf("xx* ".repeat(QueryParser.MAX_PATTERNS + 1))).isEqualTo("too-many-patterns");
        for (String mark : List.of("*", "~", "~1")) {
            assertThat(codeOf("x".repeat(QueryParser.MAX_PATTERN) + mark)).isNull();
            assertThat(codeOf("x".repeat(QueryParser.MAX_PATTERN + 1) + mark)).isEqualTo("long-pattern");
        }
    }

    private static String nested(int depth) {
        return "(".repeat(depth) + "x" + ")".repeat(depth);
    }

    private static String codeOf(String query) {
        return catchThrowable(() -> QueryParser.parse(query)) instanceof MalformedQuery malformed
                ? malformed.code()
                : null;
    }

    @Test
    void readsItsOwnSpellingBackToTheSame() {
        long seed = 20_240_601;
        var queries = new RandomClauses(seed);
        for (int round = 0; round < 5_000; round++) {
            Clause clause = queries.next();
            assertThat(parse(clause.toString()))
                    .as("seed %s, round %s: %s", seed, round, clause)
                    .isEqualTo(clause);
        }
    }

    @Test
    void understandsOrRefusesWhateverIsTyped() {
        long seed = 7;
        var random = new Random(seed);
        String[] pieces = {
            "a",
            "flood",
            " ",
            " ",
            "(",
            ")",
            "\"",
            "-",
            "*",
            "~",
            "~2",
            ":",
            "headline:",
            "OR ",
            "AND ",
            "NOT ",
            "\u0000",
            "\uD83D",
            "\uDE00",
            "\u201C",
            "\\",
            "'",
            "%",
            "&",
            "+",
            "\n",
            "é",
            "١",
            "tag:"
        };
        for (int round = 0; round < 20_000; round++) {
            var query = new StringBuilder();
            for (int count = random.nextInt(24); count >= 0; count--) {
                query.append(pieces[random.nextInt(pieces.length)]);
            }
            Throwable thrown = catchThrowable(() -> QueryParser.parse(query.toString()));
            if (thrown != null) {
                assertThat(thrown).as("seed %s: %s", seed, query).isInstanceOf(MalformedQuery.class);
            }
        }
    }

    @Test
    void takesNoTimeOverTheWorstQueries() {
        // Time of this thread, so that others who are busy here do not count.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (String piece : List.of("(", ")", "\"", "-", "-a", "a:", "*", "~", "headline:", "OR ", "a\"", "::")) {
            for (int round = 0; round < 100; round++) {
                codeOf(piece.repeat(QueryParser.MAX_LENGTH / piece.length()));
            }
        }
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    private static Clause parse(String query) {
        return QueryParser.parse(query).clause();
    }
}

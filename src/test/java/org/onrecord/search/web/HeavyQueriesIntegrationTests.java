package org.onrecord.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.database.ArchiveTest;
import org.onrecord.search.ArchiveFixture;
import org.onrecord.search.OpenSearchNode;
import org.onrecord.search.indexing.IndexBuild;
import org.onrecord.search.indexing.IndexCatchUp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** The most a query may ask for, over an index that has many words like every one of it; and what is past it. */
@SpringBootTest
@AutoConfigureMockMvc
@ArchiveTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeavyQueriesIntegrationTests {

    private static final List<String> PATHS =
            List.of("/api/v1/articles", "/api/v1/quotes", "/api/v1/articles/timeline", "/api/v1/quotes/timeline");

    /** Each of them has more than fifty words near it: as many as Lucene looks for. */
    private static final String SIXTEEN_FUZZY_WORDS =
            letters(16).collect(Collectors.joining("~2 OR aabb", "aabb", "~2"));

    @Autowired
    private MockMvcTester http;

    @Autowired
    private IndexBuild build;

    @BeforeAll
    void anArchiveOfManyAlikeWords(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transaction,
            @Autowired ApplicationEventPublisher events,
            @Autowired IndexCatchUp catchUp)
            throws InterruptedException {
        var words = letters(26)
                .flatMap(one -> letters(26).map(other -> "aabb" + one + other))
                .collect(Collectors.joining(" "));
        var archive = new ArchiveFixture(jdbc, transaction, events);
        archive.anArticle("Words", "“" + words + ",” said Ana.")
                .quoting(null, words, words)
                .store();
        assertThat(catchUp.awaitAll(Duration.ofSeconds(60))).isTrue();
    }

    private static Stream<String> letters(int count) {
        return IntStream.range(0, count).mapToObj(i -> String.valueOf((char) ('a' + i)));
    }

    static List<String> paths() {
        return PATHS;
    }

    private MockMvcTester.MockMvcRequestBuilder asking(String path, String query) {
        return http.get().uri(path + "?q={q}", query).header("Host", "localhost");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void takesAsManyFuzzyWordsAsTheLanguageAllows(String path) {
        assumeThat(OpenSearchNode.isWanted()).isFalse();
        assertThat(asking(path, SIXTEEN_FUZZY_WORDS)).hasStatusOk();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void takesWordsAndValuesOfFiltersToTheLimit(String path) {
        var words = String.join(" OR ", Collections.nCopies(128, "aabb"));
        var filters = Stream.of("outlet", "section", "tag", "language", "entity", "speaker")
                .flatMap(filter -> IntStream.range(0, 100).mapToObj(i -> "&" + filter + "=v" + i))
                .collect(Collectors.joining());
        assertThat(http.get().uri(path + "?q={q}" + filters, words).header("Host", "localhost"))
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*", "a~", "a~1", "\uD800\uDF48*", "\uD800\uDF48~", "\uFB03*", "\uFB03~"})
    void takesPatternsToTheLimitAndRefusesLongerOnes(String pattern) {
        int mark = pattern.offsetByCodePoints(0, 1);
        for (String path : PATHS) {
            var longest = pattern.substring(0, mark).repeat(100) + pattern.substring(mark);
            assertThat(asking(path, longest)).hasStatusOk();
            assertThat(asking(path, pattern.substring(0, mark) + longest))
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("$.errors[0].code")
                    .isEqualTo("long-pattern");
        }
    }

    /** Whatever limits the query language has, an engine may have others. */
    @ParameterizedTest
    @MethodSource("paths")
    void whatTheEngineRefusesIsTheRequestsFault(String path) {
        // Of articles one field is searched, of quotes two: as many words again, more than OpenSearch takes.
        assumeThat(OpenSearchNode.isWanted() && path.contains("articles")).isFalse();
        int most = IndexSearcher.getMaxClauseCount();
        IndexSearcher.setMaxClauseCount(100);
        try {
            assertThat(asking(path, SIXTEEN_FUZZY_WORDS))
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("$.errors[0].code")
                    .isEqualTo("too-complex");
        } finally {
            IndexSearcher.setMaxClauseCount(most);
        }
    }

    @Test
    void aRefusalSaysNothingAgainstTheIndex() {
        whatTheEngineRefusesIsTheRequestsFault("/api/v1/quotes");
        assertThat(build.isPartial()).isFalse();
        assertThat(asking("/api/v1/quotes", "aabbcc"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(1);
    }
}

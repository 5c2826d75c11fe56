package org.onrecord.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onrecord.benchmark.Contender.Asker;
import org.onrecord.benchmark.Load.Measured;
import org.onrecord.benchmark.Question.Kind;
import org.onrecord.database.TestDatabase;
import org.onrecord.text.CodePoints;
import org.onrecord.text.Span;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The benchmark in small, so that it works when somebody wants to know. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BenchmarkIntegrationTests {

    private static final int ARTICLES = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final ArticleGenerator generator = new ArticleGenerator(300);
    private final TestDatabase database = TestDatabase.create();
    private ConfigurableApplicationContext service;
    private ArchiveOverHttp archive;
    private RawFullText fullText;
    private Questions questions;

    @BeforeAll
    void aServiceThatFindsTheRows(@TempDir Path home) throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            GeneratedRows.write(generator, ARTICLES, connection);
            questions = Questions.about(generator, ARTICLES, connection);
        }
        service = database.startArchive(home);
        archive = new ArchiveOverHttp(
                service.getEnvironment().getRequiredProperty("local.server.port", Integer.class), List.of());
        fullText = new RawFullText(database, ProcessHandle.current());
        fullText.prepare();
        try (Connection connection = database.dataSource().getConnection()) {
            RunBenchmarks.awaitIndex(connection, Duration.ofMinutes(2));
        }
    }

    @AfterAll
    void stop() {
        service.close();
        database.close();
    }

    @Test
    void theArchiveShowsEveryGeneratedArticleAsItWasMade() throws Exception {
        try (var http = new HttpConnection(archive.port())) {
            for (int number = 0; number < ARTICLES; number++) {
                GeneratedArticle made = generator.article(number);
                JsonNode shown = JSON.readTree(http.get("/api/v1/articles/by-url?expand=quotes&url=" + made.url())
                        .body());
                assertThat(shown.path("textSha256").asString())
                        .isEqualTo(made.text().sha256());
                assertThat(shown.path("quotes")).hasSameSizeAs(made.quotes());
                CodePoints body = new CodePoints(shown.path("body").asString());
                for (JsonNode quote : shown.path("quotes")) {
                    assertThat(words(body, quote))
                            .isEqualTo(quote.path("content").asString());
                    JsonNode mention = quote.at("/speaker/mention");
                    assertThat(words(body, mention))
                            .isEqualTo(mention.path("text").asString());
                }
            }
        }
    }

    private static String words(CodePoints body, JsonNode place) {
        return body.textOf(
                new Span(place.path("start").asInt(), place.path("end").asInt()));
    }

    @Test
    void aGeneratedArticleThatIsPostedIsTheOneTheArchiveHolds() throws Exception {
        try (var http = new HttpConnection(archive.port())) {
            for (int number = 0; number < 5; number++) {
                byte[] article = generator.article(number).json().getBytes(StandardCharsets.UTF_8);
                var answer = http.send("POST", "/api/v1/articles", "application/json", article);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(JSON.readTree(answer.body()).path("result").asString())
                        .isEqualTo("unchanged");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfQuestionIsAnswered(Kind kind) throws Exception {
        Questions.Source source = questions.from(1);
        for (Contender contender : List.of(archive, fullText)) {
            try (Asker asker = contender.connect()) {
                for (int i = 0; i < 5; i++) {
                    asker.ask(source.question(kind));
                }
            }
        }
    }

    @Test
    void theIndexHoldsWhatTheDatabaseHolds() throws Exception {
        try (var http = new HttpConnection(archive.port())) {
            JsonNode list = JSON.readTree(http.get("/api/v1/articles?limit=1").body());
            assertThat(list.path("total").asInt()).isEqualTo(ARTICLES);
            JsonNode common = JSON.readTree(http.get("/api/v1/articles?limit=1&q="
                            + generator.vocabulary().word(60))
                    .body());
            assertThat(common.path("total").asInt()).isBetween(1, ARTICLES);
        }
    }

    @Test
    void loadIsMeasuredByKind() throws Exception {
        var measured = new Measured();
        new Load(questions, 2).measure(archive, Duration.ofSeconds(2), measured);
        assertThat(measured.answers()).isPositive();
        assertThat(measured.throughput()).isPositive();
    }
}

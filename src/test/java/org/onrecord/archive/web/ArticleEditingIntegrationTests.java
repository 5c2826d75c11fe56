package org.onrecord.archive.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.Newsroom;
import org.onrecord.Newsroom.Answer;
import org.onrecord.database.ArchiveTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Articles and their quotes under people's hands: edited, confirmed, corrected, deleted, read again. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
@TestInstance(Lifecycle.PER_CLASS)
class ArticleEditingIntegrationTests {

    private static final String BODY =
            "Mayor Greta Holm opened the lido on Monday.\n\n“The water is warm,” Ms Holm said. “Come in, all of you.”\n\n"
                    + "Swimmer Pavel Ortiz disagreed. He said: “It is as cold as it ever was.”";

    @LocalServerPort
    private int port;

    private Newsroom newsroom;

    @BeforeAll
    void open() {
        newsroom = new Newsroom(port);
    }

    private Answer anArticle(String url) {
        return newsroom.post("/articles?refresh=wait", """
                {"outlet": "tidewater-times", "url": "https://tidewater.example/%s",
                 "headline": "Lido opens", "body": %s}""".formatted(url, Newsroom.quoted(BODY)));
    }

    private JsonNode quoteOf(Answer article, String words) {
        for (JsonNode quote : article.json().at("/quotes")) {
            if (quote.at("/content").asString().contains(words)) {
                return quote;
            }
        }
        throw new AssertionError(
                "no quote with '" + words + "' in " + article.json().at("/quotes"));
    }

    @Test
    void otherWordsMakeANewVersionAndTheOldOneStaysReadable() {
        Answer first = anArticle("versions");
        Answer second = newsroom.patch(
                "/articles/" + first.id(), "{\"body\": " + Newsroom.quoted(BODY + "\n\nThe lido closes at six.") + "}");
        assertThat(second.status()).as(second.response().body()).isEqualTo(200);
        assertThat(second.text("/result")).isEqualTo("versioned");
        assertThat(second.json().at("/version").asInt()).isEqualTo(2);
        assertThat(newsroom.get("/articles/" + first.id() + "/versions").each("/results", "/number"))
                .containsExactly("2", "1");
        assertThat(newsroom.get("/articles/" + first.id() + "/versions/1").text("/body"))
                .isEqualTo(first.text("/body"));
    }

    @Test
    void aVersionSaysWhoMadeIt() {
        Answer first = anArticle("made-by");
        newsroom.patch("/articles/" + first.id(), "{\"headline\": \"Lido opens late\"}");
        assertThat(newsroom.get("/articles/" + first.id() + "/versions").each("/results", "/createdBy"))
                .containsExactly("local", "local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\n\\n", "\\u00a0 \\u2003"})
    void anArticleWithoutWordsIsRefused(String body) {
        Answer refused = newsroom.post("/articles", "{\"headline\": \"Lido opens\", \"body\": \"" + body + "\"}");
        assertThat(refused.status()).as(refused.response().body()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/body");
    }

    @Test
    void aHeadlineAloneIsNoArticle() {
        assertThat(newsroom.submit("Lido opens").text("/errors/0/pointer")).isEqualTo("/body");
    }

    @Test
    void articlesAreFoundByTheNewNameOfTheirOutlet() {
        newsroom.post("/outlets", "{\"slug\": \"lido-paper\", \"name\": \"Harbour Notes\"}");
        newsroom.post(
                "/articles?refresh=wait",
                "{\"outlet\": \"lido-paper\", \"headline\": \"Lido shut\", \"body\": \"The lido is shut.\"}");
        Answer renamed = newsroom.patch("/outlets/lido-paper?refresh=wait", "{\"name\": \"Quayside Observer\"}");
        assertThat(renamed.status()).as(renamed.response().body()).isEqualTo(200);
        assertThat(newsroom.get("/articles?q=outlet:quayside").each("/results", "/headline"))
                .containsExactly("Lido shut");
        assertThat(newsroom.get("/articles?q=outlet:notes").each("/results", "/headline"))
                .isEmpty();
    }

    @Test
    void anArticleCanBeMadeOnlyWhereThereIsNone() {
        String path = "/articles/by-url?url=https://tidewater.example/make-only";
        String article = "{\"headline\": \"Lido opens\", \"body\": \"The lido is open.\"}";
        assertThat(newsroom.put(path, article, "If-Match", "*").status()).isEqualTo(412);
        Answer made = newsroom.put(path, article, "If-None-Match", "*");
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        assertThat(newsroom.put(path, article, "If-None-Match", "*").status()).isEqualTo(412);
        assertThat(newsroom.put(path, article, "If-Match", "\"99\"").status()).isEqualTo(412);
        assertThat(newsroom.put(path, article, "If-Match", made.etag()).status())
                .isEqualTo(200);
    }

    /** Twenty make their change for the same state of each kind of resource; one may have its way. */
    @Test
    void ofChangesForOneStateOneIsMadeAndTheOthersAreTold() throws Exception {
        Answer article = anArticle("race");
        JsonNode quote = quoteOf(article, "The water is warm");
        newsroom.post("/outlets", "{\"slug\": \"race-weekly\", \"name\": \"Race Weekly\"}");
        Map<String, String> changes = Map.of(
                "/articles/" + article.id(),
                "{\"section\": \"Section %d\"}",
                "/quotes/" + quote.at("/id").asString(),
                "{\"speaker\": {\"name\": \"Somebody %d\"}}",
                "/entities/" + quote.at("/speaker/entityId").asString(),
                "{\"description\": \"Description %d\"}",
                "/outlets/race-weekly",
                "{\"name\": \"Name %d\"}");
        for (String path : changes.keySet()) {
            String etag = newsroom.get(path).etag();
            List<Integer> statuses = inParallel(IntStream.range(0, 20)
                            .mapToObj(i -> (Callable<Answer>) () -> newsroom.send(
                                    "PATCH",
                                    path,
                                    changes.get(path).formatted(i),
                                    Newsroom.MediaType.PATCH,
                                    "If-Match",
                                    etag))
                            .toList())
                    .stream()
                    .map(Answer::status)
                    .sorted()
                    .toList();
            assertThat(statuses).as(path).startsWith(200).containsOnlyOnce(200).containsOnly(200, 412);
        }
    }

    @Test
    void absentAndNullDifferInAPatch() {
        Answer article = anArticle("patch");
        String path = "/articles/" + article.id();
        assertThat(newsroom.patch(path, "{\"section\": \"Local\", \"byline\": \"A. Writer\"}")
                        .text("/section"))
                .isEqualTo("Local");
        Answer cleared = newsroom.patch(path, "{\"byline\": null}");
        assertThat(cleared.text("/section")).isEqualTo("Local");
        assertThat(cleared.json().at("/byline").isNull()).isTrue();
        assertThat(cleared.text("/outlet/slug")).isEqualTo("tidewater-times");
    }

    @Test
    void aQuoteKeepsItsIdentityAcrossVersions() {
        Answer first = anArticle("identity");
        JsonNode before = quoteOf(first, "The water is warm");
        Answer second = newsroom.patch(
                "/articles/" + first.id(), "{\"body\": " + Newsroom.quoted("It rained.\n\n" + BODY) + "}");
        JsonNode after = quoteOf(second, "The water is warm");
        assertThat(after.at("/id")).isEqualTo(before.at("/id"));
        assertThat(after.at("/start").asInt()).isEqualTo(before.at("/start").asInt() + 12);
        assertThat(after.at("/articleVersion").asInt()).isEqualTo(2);
    }

    @Test
    void aQuoteWhoseWordsAreGoneStaysBehindInItsVersion() {
        Answer first = anArticle("gone");
        JsonNode before = quoteOf(first, "as cold as");
        Answer second = newsroom.patch(
                "/articles/" + first.id(),
                "{\"body\": "
                        + Newsroom.quoted(
                                BODY.substring(0, BODY.indexOf("Swimmer")).strip()) + "}");
        assertThat(second.response().body()).doesNotContain("as cold as");
        Answer left = newsroom.get("/quotes/" + before.at("/id").asString());
        assertThat(left.status()).isEqualTo(200);
        assertThat(left.json().at("/articleVersion").asInt()).isEqualTo(1);
    }

    @Test
    void whatAPersonDecidedSurvivesNewVersionsAndReadingAgain() {
        Answer first = anArticle("decided");
        String warm = "/quotes/" + quoteOf(first, "The water is warm").at("/id").asString();
        String cold = "/quotes/" + quoteOf(first, "as cold as").at("/id").asString();
        assertThat(newsroom.patch(warm, "{\"status\": \"rejected\"}").text("/status"))
                .isEqualTo("rejected");
        Answer corrected = newsroom.patch(cold, "{\"speaker\": {\"name\": \"Somebody Else\"}}");
        assertThat(corrected.status()).as(corrected.response().body()).isEqualTo(200);
        assertThat(corrected.text("/status")).isEqualTo("edited");

        newsroom.patch("/articles/" + first.id(), "{\"body\": " + Newsroom.quoted("News.\n\n" + BODY) + "}");
        newsroom.post("/articles/" + first.id() + "/reextract", "");

        assertThat(newsroom.get(warm).text("/status")).isEqualTo("rejected");
        assertThat(newsroom.get(cold).text("/speaker/name")).isEqualTo("Somebody Else");
        Answer quotes = newsroom.get("/articles/" + first.id() + "/quotes");
        assertThat(quotes.each("/results", "/content"))
                .as("no second copy of a decided quote")
                .doesNotHaveDuplicates();
    }

    @Test
    void readingAgainCanBeTriedWithoutEffect() {
        Answer article = anArticle("dry-run");
        String before =
                newsroom.get("/articles/" + article.id() + "/quotes").response().body();
        Answer tried = newsroom.post("/articles/" + article.id() + "/reextract?dryRun=true", "");
        assertThat(tried.status()).as(tried.response().body()).isEqualTo(200);
        assertThat(tried.json().at("/kept").asInt()).isPositive();
        assertThat(newsroom.get("/articles/" + article.id() + "/quotes")
                        .response()
                        .body())
                .isEqualTo(before);
    }

    @Test
    void aMissedQuoteIsAddedByHand() {
        Answer article = anArticle("added");
        int start = article.text("/body").indexOf("opened the lido");
        Answer added = newsroom.post("/quotes", """
                {"articleId": "%s", "kind": "indirect", "start": %d, "end": %d, "speaker": {"name": "Greta Holm"}}""".formatted(article.id(), start, start + 15));
        assertThat(added.status()).as(added.response().body()).isEqualTo(201);
        assertThat(added.text("/content")).isEqualTo("opened the lido");
        assertThat(added.text("/status")).isEqualTo("added");
        assertThat(added.text("/speaker/entityId")).isNotEmpty();
    }

    @Test
    void aSpanOutsideTheBodyIsRefused() {
        Answer article = anArticle("outside");
        Answer refused = newsroom.post(
                "/quotes", "{\"articleId\": \"%s\", \"start\": 5, \"end\": 100000}".formatted(article.id()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/segments/0");
    }

    @Test
    void aRenamedPersonIsRenamedInItsQuotes() {
        Answer article = anArticle("renamed");
        JsonNode quote = quoteOf(article, "as cold as");
        String person = "/entities/" + quote.at("/speaker/entityId").asString();
        Answer renamed = newsroom.patch(person + "?refresh=wait", "{\"name\": \"Pavel Ortiz-Lund\"}");
        assertThat(renamed.status()).as(renamed.response().body()).isEqualTo(200);
        assertThat(renamed.each("/names", "/name"))
                .startsWith("Pavel Ortiz-Lund")
                .contains("Pavel Ortiz");
        assertThat(newsroom.get("/quotes/" + quote.at("/id").asString()).text("/speaker/name"))
                .isEqualTo("Pavel Ortiz-Lund");
        newsroom.patch(person + "?refresh=wait", "{\"name\": \"Pavel Ortiz\"}");
    }

    @Test
    void aDeletedArticleIsGoneEverywhereAndComesBack() {
        Answer article = anArticle("deleted");
        String path = "/articles/" + article.id();
        assertThat(newsroom.send("DELETE", path).status()).isEqualTo(428);
        assertThat(newsroom.send("DELETE", path, "If-Match", "\"77\"").status()).isEqualTo(412);
        assertThat(newsroom.send("DELETE", path, "If-Match", article.etag()).status())
                .isEqualTo(204);
        Answer gone = newsroom.get(path);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("/code")).isEqualTo("gone");
        assertThat(newsroom.get("/articles?q=lido").each("/results", "/id")).doesNotContain(article.id());
        assertThat(newsroom.get(path + "/quotes").status()).isEqualTo(410);
        assertThat(anArticle("deleted").status()).isEqualTo(409);
        assertThat(newsroom.post(path + "/restore?refresh=wait", "").status()).isEqualTo(200);
        assertThat(newsroom.get("/articles?q=lido").each("/results", "/id")).contains(article.id());
    }

    @Test
    void twentyParallelIdenticalPostsMakeOneArticle() throws Exception {
        List<Integer> statuses =
                inParallel(IntStream.range(0, 20)
                                .mapToObj(i -> (Callable<Answer>) () -> anArticle("parallel"))
                                .toList())
                        .stream()
                        .map(Answer::status)
                        .sorted()
                        .toList();
        assertThat(statuses).startsWith(200).endsWith(201).containsOnlyOnce(201).containsOnly(200, 201);
    }

    /** Each article names the same newcomers; the archive meets them once. */
    @Test
    void articlesStoredAtOnceMakeOneEntityOfANewPerson() throws Exception {
        List<Answer> answers = inParallel(IntStream.range(0, 12)
                .mapToObj(i -> (Callable<Answer>) () -> newsroom.submit("Report number " + i
                        + "\n\nProfessor Wilhelmina Oakenshaw met Sir Barnaby Thistlewood in London. "
                        + "“We agree on nothing,” Wilhelmina Oakenshaw said."))
                .toList());
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        Answer found = newsroom.get("/entities?q=oakenshaw");
        assertThat(found.each("/results", "/name")).containsExactly("Wilhelmina Oakenshaw");
        assertThat(found.json().at("/results/0/articleCount").asInt()).isEqualTo(12);
    }

    @Test
    void bulkAnswersEveryLineInOrderAndABadLineSinksNoOther() {
        String lines = """
                {"headline": "First of many", "body": "One.", "url": "https://tidewater.example/bulk-1"}
                {"headline": "No body"}
                not json

                {"headline": "Last of many", "body": "Three.", "url": "https://tidewater.example/bulk-3"}
                {"headline": "First of many", "body": "One.", "url": "https://tidewater.example/bulk-1"}""";
        Answer answer = newsroom.post("/articles/bulk?refresh=wait", lines, Newsroom.MediaType.NDJSON);
        List<JsonNode> results = Newsroom.lines(answer);
        assertThat(results.stream().map(line -> line.at("/status").asInt()))
                .containsExactly(201, 400, 400, 400, 201, 200, 0);
        assertThat(results.get(1).at("/problem/errors/0/pointer").asString()).isEqualTo("/body");
        assertThat(results.get(6).at("/summary/created").asInt()).isEqualTo(2);
        assertThat(results.get(6).at("/summary/unchanged").asInt()).isEqualTo(1);
        assertThat(results.get(6).at("/summary/failed").asInt()).isEqualTo(3);
    }

    @Test
    void theTrailHasAnEntryForEachLineOfAnUpload() {
        Answer answer =
                newsroom.send("POST", "/articles/bulk", """
                {"headline": "A line", "body": "One.", "url": "https://tidewater.example/audited-1"}
                not json
                {"headline": "A line", "body": "Two.", "url": "https://tidewater.example/audited-2"}
                {"headline": "A line", "body": "One.", "url": "https://tidewater.example/audited-1"}
                """, Newsroom.MediaType.NDJSON, "X-Request-Id", "upload-17");
        List<JsonNode> results = Newsroom.lines(answer);
        List<JsonNode> entries = new ArrayList<>();
        newsroom.get("/audit?limit=50").json().at("/results").forEach(entry -> {
            if (entry.at("/requestId").asString().equals("upload-17")) {
                entries.add(0, entry);
            }
        });
        assertThat(entries.stream().map(entry -> entry.at("/line").asInt())).containsExactly(1, 3, 4);
        assertThat(entries.stream().map(entry -> entry.at("/status").asInt())).containsExactly(201, 201, 200);
        assertThat(entries.get(0).at("/location").asString())
                .isEqualTo("/api/v1/articles/" + results.get(0).at("/id").asString());
        assertThat(entries.get(0).at("/callerId").asString()).isEqualTo("local");
        assertThat(entries.get(0).at("/path").asString()).isEqualTo("/api/v1/articles/bulk");
    }

    @Test
    void whatIsOnlyAnsweredAgainIsNotRecordedAgain() {
        for (int i = 0; i < 3; i++) {
            Answer made = newsroom.post(
                    "/outlets",
                    "{\"slug\": \"once-a-week\", \"name\": \"Once a Week\"}",
                    "Idempotency-Key",
                    "make-once-a-week");
            assertThat(made.status()).isEqualTo(201);
        }
        assertThat(newsroom.get("/audit?limit=50").each("/results", "/location"))
                .containsOnlyOnce("/api/v1/outlets/once-a-week");
    }

    private static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}

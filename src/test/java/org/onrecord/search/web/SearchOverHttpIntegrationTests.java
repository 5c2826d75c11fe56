package org.onrecord.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.database.ArchiveTest;
import org.onrecord.search.ArchiveFixture;
import org.onrecord.search.indexing.IndexCatchUp;
import org.onrecord.search.indexing.IndexingLock;
import org.onrecord.search.query.Filterable;
import org.onrecord.search.query.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
@ArchiveTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchOverHttpIntegrationTests {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JsonMapper json;

    @Autowired
    private IndexCatchUp catchUp;

    private ArchiveFixture archive;
    private UUID flood;
    private UUID drought;
    private UUID ruiz;
    private UUID okoro;

    @BeforeAll
    void anArchive(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transaction,
            @Autowired ApplicationEventPublisher events)
            throws InterruptedException {
        archive = new ArchiveFixture(jdbc, transaction, events);
        UUID herald = archive.outlet("herald", "The Harbour Herald");
        UUID post = archive.outlet("valley-post", "Valley Post");
        ruiz = archive.entity("PERSON", "Ana Ruiz", "Minister Ruiz");
        okoro = archive.entity("PERSON", "Ben Okoro");
        flood = archive.anArticle(
                        "Floods hit the harbour", "“Ben Okoro will rebuild,” said Ana Ruiz. The staff waited.")
                .in(herald)
                .section("World")
                .tagged("weather")
                .on("2024-05-01T10:00:00Z")
                .naming(ruiz, "Ana Ruiz")
                .naming(okoro, "Ben Okoro")
                .quoting(ruiz, "Ana Ruiz", "Ben Okoro will rebuild,")
                .store();
        drought = archive.anArticle("Drought in the north", "After the flood came a drought. “Pray,” said a farmer.")
                .in(post)
                .on("2024-05-03T10:00:00Z")
                .quoting(null, "a farmer", "Pray,")
                .store();
        for (int i = 0; i < 25; i++) {
            archive.anArticle("Council notes " + i, "Minutes of the council.")
                    .on("2023-01-01T00:00:00Z")
                    .store();
        }
        assertThat(catchUp.awaitAll(Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void answersWithArticlesWithoutTheirBodies() {
        JsonNode answer = get("/api/v1/articles?q=flood");
        assertThat(ids(answer)).containsExactly(flood, drought);
        assertThat(answer.at("/results/0/headline").asString()).isEqualTo("Floods hit the harbour");
        assertThat(answer.at("/results/0/outlet/slug").asString()).isEqualTo("herald");
        assertThat(answer.at("/results/0").has("body")).isFalse();
        assertThat(answer.get("total").asInt()).isEqualTo(2);
        assertThat(answer.get("totalRelation").asString()).isEqualTo("eq");
        assertThat(answer.at("/query/parsed").asString()).isEqualTo("flood");
        assertThat(answer.get("next").isNull()).isTrue();
    }

    @Test
    void showsBesideArticlesWhatIsAskedFor() {
        JsonNode plain = get("/api/v1/articles?q=flood");
        JsonNode whole = get("/api/v1/articles?q=flood&expand=quotes,entities&expand=outlet&limit=1");
        assertThat(plain.at("/results/0").propertyNames()).doesNotContain("quotes", "entities");
        assertThat(plain.at("/results/0/outlet").propertyNames()).containsExactly("slug", "name");
        assertThat(whole.at("/next").asString()).contains("expand=quotes,entities&expand=outlet");
        for (int each = 0; each < 2; each++) {
            JsonNode listed = get("/api/v1/articles?q=flood&expand=quotes,entities,outlet")
                    .get("results")
                    .get(each);
            JsonNode alone = get("/api/v1/articles/" + listed.get("id").asString() + "?expand=quotes,entities,outlet");
            assertThat(listed.get("quotes").size()).isEqualTo(1);
            assertThat(listed.get("quotes")).isEqualTo(alone.get("quotes"));
            assertThat(listed.get("entities")).isEqualTo(alone.get("entities"));
            assertThat(listed.get("outlet")).isEqualTo(alone.get("outlet"));
        }
        assertThat(get("/api/v1/articles?q=council&limit=1&expand=quotes").at("/results/0/quotes"))
                .isEmpty();
        String line = text("/api/v1/articles?q=drought&format=ndjson&expand=quotes");
        assertThat(json.readTree(line.lines().findFirst().orElseThrow())
                        .at("/quotes/0/content")
                        .asString())
                .isEqualTo("Pray,");
    }

    @Test
    void answersWithTheMembersChosen() {
        JsonNode articles = get("/api/v1/articles?q=flood&fields=headline,id&limit=1");
        assertThat(articles.at("/results/0").propertyNames()).containsExactlyInAnyOrder("id", "headline");
        assertThat(articles.at("/total").asInt()).isEqualTo(2);
        assertThat(articles.at("/next").asString()).contains("fields=headline,id");
        assertThat(get("/api/v1/quotes?fields=content,speaker,article")
                        .at("/results/0")
                        .propertyNames())
                .containsExactlyInAnyOrder("content", "speaker", "article");
        assertThat(get("/api/v1/entities?fields=name").at("/results/0").propertyNames())
                .containsExactly("name");
    }

    @ParameterizedTest
    @CsvSource({
        "outlet=herald, 1",
        "outlet=herald&outlet=valley-post, 2",
        "not.outlet=herald&from=2024-01-01, 1",
        "section=world, 1",
        "tag=Weather, 1",
        "hasQuotes=true, 2",
        "hasQuotes=false, 25",
        "speaker=ana%20ruiz, 1",
        "speaker=a%20farmer, 1",
        "entity=Minister%20Ruiz, 1",
        "not.entity=Ana%20Ruiz, 26",
        "kind=direct, 2",
        "kind=mixed, 0",
        "from=2024-05-01&to=2024-05-03, 1",
        "from=2024-05-01T10:00:00Z&to=2024-05-03T10:00:00.001Z, 2",
        "to=2023-01-02, 25",
        "from=P7D, 0",
        "from=P7D&dateField=ingested, 27",
        "q=council&sort=publishedAt, 25",
        "language=en, 27",
        "language=fr, 0",
    })
    void filters(String query, int total) {
        assertThat(get("/api/v1/articles?" + query).get("total").asInt()).isEqualTo(total);
    }

    @Test
    void walksTheWholeListOnceWhileArticlesCome() throws InterruptedException {
        List<UUID> walked = new ArrayList<>();
        String url = "/api/v1/articles?to=2024-01-01&limit=4";
        boolean disturbed = false;
        while (url != null) {
            JsonNode answer = get(url);
            walked.addAll(ids(answer));
            url = answer.get("next").isNull()
                    ? null
                    : answer.get("next").asString().replace("http://localhost", "");
            if (!disturbed) {
                UUID late = archive.anArticle("Late", "Late.")
                        .on("2023-06-01T00:00:00Z")
                        .store();
                assertThat(catchUp.await(late, Duration.ofSeconds(60))).isTrue();
                archive.delete(late);
                disturbed = true;
            }
        }
        assertThat(walked).hasSize(25).doesNotHaveDuplicates();
        assertThat(catchUp.awaitAll(Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void walksByRelevanceToo() {
        List<UUID> walked = new ArrayList<>();
        String url = "/api/v1/articles?q=council&limit=10";
        while (url != null) {
            JsonNode answer = get(url);
            walked.addAll(ids(answer));
            url = answer.get("next").isNull()
                    ? null
                    : answer.get("next").asString().replace("http://localhost", "");
        }
        assertThat(walked).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void findsQuotesByWhoSpokeAndWhomTheyAreAbout() {
        JsonNode by = get("/api/v1/quotes?speaker=Ana%20Ruiz");
        assertThat(by.get("total").asInt()).isEqualTo(1);
        assertThat(by.at("/results/0/content").asString()).isEqualTo("Ben Okoro will rebuild,");
        assertThat(by.at("/results/0/speaker/entityId").asString()).isEqualTo(ruiz.toString());
        assertThat(by.at("/results/0/article/headline").asString()).isEqualTo("Floods hit the harbour");
        assertThat(by.at("/query/warnings/0").asString()).contains("Ana Ruiz (" + ruiz + ")");
        assertThat(get("/api/v1/quotes?about=" + okoro).get("total").asInt()).isEqualTo(1);
        assertThat(get("/api/v1/quotes?q=pray").at("/results/0/speaker/name").asString())
                .isEqualTo("a farmer");
    }

    @Test
    void listsWhatBelongsToAnEntity() {
        assertThat(ids(get("/api/v1/entities/" + ruiz + "/articles"))).containsExactly(flood);
        assertThat(get("/api/v1/entities/" + ruiz + "/quotes").get("total").asInt())
                .isEqualTo(1);
        assertThat(get("/api/v1/entities/" + okoro + "/quotes?relation=about")
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(get("/api/v1/entities/" + okoro + "/quotes?relation=by")
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(ids(get("/api/v1/entities?q=ruiz"))).containsExactly(ruiz);
        assertThat(ids(get("/api/v1/entities?type=person&sort=name"))).containsExactly(ruiz, okoro);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "articles?q=%22open",
                "articles?q=a)",
                "articles?q=" + "x",
                "articles?sort=relevance",
                "articles?sort=size",
                "articles?limit=0",
                "articles?limit=201",
                "articles?limit=abc",
                "articles?cursor=abc",
                "articles?from=yesterday",
                "articles?from=300000-01-01",
                "articles?from=P999999999Y",
                "articles?from=2024-01-02&to=2024-01-01",
                "articles?dateField=read",
                "articles?kind=loud",
                "articles?outlets=herald",
                "articles?q=a&q=b",
                "articles?hasQuotes=maybe",
                "articles?outlet=",
                "quotes?status=gone",
                "articles?facet=size",
                "articles?facetSize=0",
                "articles?format=xls",
                "articles?highlight=yes",
                "articles?fields=headlines",
                "articles?fields=id,",
                "articles?fields=id&format=csv",
                "quotes?fields=quote",
                "articles?expand=body",
                "articles?expand=quotes,",
                "articles?expand=quotes&format=csv",
                "articles?expand=quotes&format=atom",
                "quotes?expand=quotes",
                "articles/timeline?interval=eon",
                "articles/timeline?tz=Mars",
                "suggest?q=",
                "articles/timeline?interval=hour&from=2000-01-01&to=2020-01-01",
                "articles?format=csv&limit=3",
                "entities?type=dog",
                "entities?outlet=herald",
                "articles?q=foo:bar"
            })
    void refusesWhatCannotBeMeant(String path) {
        if (path.endsWith("q=x")) {
            path = "articles?q=" + "x".repeat(2_001);
        }
        assertThat(asking(URI.create("/api/v1/" + path)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].parameter")
                .isNotNull();
    }

    @Test
    void refusesACursorOfAnotherQuery() {
        String next = get("/api/v1/articles?limit=1").get("next").asString();
        String cursor = next.substring(next.indexOf("cursor="));
        assertThat(asking(URI.create("/api/v1/articles?outlet=herald&limit=1&" + cursor)))
                .hasStatus(400);
    }

    @Test
    void neverShowsWhatWasWithdrawnEvenBeforeTheIndexKnows() throws InterruptedException {
        UUID secret = archive.anArticle("Xylophone", "Xylophone.").store();
        archive.become(secret, "WITHDRAWN");
        assertThat(ids(get("/api/v1/articles?q=xylophone"))).isEmpty();
        assertThat(catchUp.await(secret, Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void countsNothingThatWasTakenAwayEvenBeforeTheIndexKnows(@Autowired DataSource database) throws Exception {
        UUID gone = archive.anArticle("Yodelling", "“Holdrio,” said Ana Ruiz.")
                .section("Yodels")
                .naming(ruiz, "Ana Ruiz")
                .quoting(ruiz, "Ana Ruiz", "Holdrio,")
                .store();
        assertThat(catchUp.await(gone, Duration.ofSeconds(60))).isTrue();
        assertThat(get("/api/v1/quotes?q=holdrio").get("total").asInt()).isEqualTo(1);
        try (var indexing = database.getConnection()) {
            indexing.setAutoCommit(false);
            indexing.createStatement().execute("select pg_advisory_xact_lock(" + IndexingLock.KEY + ")");
            archive.delete(gone);
            JsonNode found = get("/api/v1/articles?section=yodels&facet=section,speaker");
            assertThat(found.get("total").asInt()).isZero();
            assertThat(found.at("/facets/section")).isEmpty();
            assertThat(found.at("/facets/speaker")).isEmpty();
            JsonNode quotes = get("/api/v1/quotes?q=holdrio&facet=speaker");
            assertThat(quotes.get("total").asInt()).isZero();
            assertThat(quotes.at("/facets/speaker")).isEmpty();
            assertThat(get("/api/v1/articles/timeline?section=yodels")
                            .get("count")
                            .asInt())
                    .isZero();
            assertThat(get("/api/v1/entities/" + ruiz + "/cooccurring").get("results"))
                    .hasSize(1);
            String lines = asking("/api/v1/articles?section=yodels&format=ndjson")
                    .exchange()
                    .getResponse()
                    .getContentAsString();
            assertThat(json.readTree(lines)).isEqualTo(json.readTree("{\"end\":true,\"count\":0}"));
        }
        assertThat(catchUp.await(gone, Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void countsFacetsOfTheWholeResult() {
        JsonNode facets = get("/api/v1/articles?from=2024-01-01&limit=1&facet=outlet,section&facet=speaker,entity")
                .get("facets");
        assertThat(facets.get("outlet").toString())
                .isEqualTo("[{\"value\":\"herald\",\"label\":\"herald\",\"count\":1},"
                        + "{\"value\":\"valley-post\",\"label\":\"valley-post\",\"count\":1}]");
        assertThat(facets.at("/section/0/value").asString()).isEqualTo("World");
        assertThat(facets.at("/speaker/0/label").asString()).isEqualTo("Ana Ruiz");
        assertThat(facets.propertyNames()).containsExactly("entity", "outlet", "section", "speaker");
        assertThat(facets.get("entity")).hasSize(2);
        assertThat(get("/api/v1/articles?facet=entity&facetSize=1").at("/facets/entity"))
                .hasSize(1);
        assertThat(get("/api/v1/quotes?facet=kind,status")
                        .at("/facets/status/0/value")
                        .asString())
                .isEqualTo("extracted");
    }

    @Test
    void countsOverTimeWithoutGaps() {
        JsonNode timeline =
                get("/api/v1/articles/timeline?q=flood&interval=day&from=2024-05-01&to=2024-05-05&tz=Europe/London");
        assertThat(timeline.get("buckets")).hasSize(5);
        assertThat(timeline.at("/buckets/0/from").asString()).isEqualTo("2024-04-30T23:00:00Z");
        assertThat(timeline.at("/buckets/0/count").asInt()).isEqualTo(1);
        assertThat(timeline.at("/buckets/1/count").asInt()).isZero();
        assertThat(timeline.at("/buckets/2/ratio").asDouble()).isEqualTo(1.0);
        assertThat(timeline.get("count").asInt()).isEqualTo(2);
        assertThat(get("/api/v1/articles/timeline?interval=year").get("buckets"))
                .hasSize(2);
        assertThat(get("/api/v1/quotes/timeline").get("count").asInt()).isEqualTo(2);
        assertThat(get("/api/v1/articles/timeline?q=nowhere").get("buckets")).isEmpty();
        assertThat(get("/api/v1/entities/" + ruiz + "/timeline").get("count").asInt())
                .isEqualTo(1);
    }

    @Test
    void tellsWhoIsNamedTogether() {
        JsonNode together = get("/api/v1/entities/" + ruiz + "/cooccurring");
        assertThat(together.get("results")).hasSize(1);
        assertThat(together.at("/results/0/name").asString()).isEqualTo("Ben Okoro");
    }

    @ParameterizedTest
    @CsvSource({
        "rui, Ana Ruiz",
        "ana r, Ana Ruiz",
        "minist, Ana Ruiz",
        "ruis, Ana Ruiz",
        "okkoro, Ben Okoro",
        "harb, The Harbour Herald"
    })
    void completesWhatIsTyped(String typed, String name) {
        JsonNode found = get("/api/v1/suggest?q=" + typed.replace(" ", "%20"));
        assertThat(found.at("/results/0/name").asString()).isEqualTo(name);
    }

    @Test
    void marksTheWordsLookedFor() {
        JsonNode found = get("/api/v1/articles?q=flood&highlight=true");
        assertThat(found.at("/results/0/highlights/headline").asString())
                .isEqualTo("<mark>Floods</mark> hit the harbour");
        assertThat(found.at("/results/1/highlights/fragments/0").asString())
                .isEqualTo("After the <mark>flood</mark> came a drought. “Pray,” said a farmer.");
    }

    @Test
    void exportsEverythingAsRowsAndLines() throws Exception {
        var csv = asking("/api/v1/articles?to=2024-01-01&format=csv").exchange();
        assertThat(csv).hasStatus(200);
        assertThat(csv.getResponse().getContentType()).startsWith("text/csv");
        try (var parser = org.apache.commons.csv.CSVParser.parse(
                csv.getResponse().getContentAsString(),
                org.apache.commons.csv.CSVFormat.RFC4180.builder().setHeader().get())) {
            assertThat(parser.getRecords())
                    .hasSize(25)
                    .allMatch(row -> row.get("headline").startsWith("Council"));
        }
        var lines = asking("/api/v1/quotes").accept("application/x-ndjson").exchange();
        assertThat(lines.getResponse().getContentAsString().lines())
                .hasSize(3)
                .last()
                .satisfies(last ->
                        assertThat(json.readTree(last).get("count").asInt()).isEqualTo(2));
    }

    @Test
    void feedsASearch() throws Exception {
        var atom = asking("/api/v1/articles?q=council&limit=5&format=atom").exchange();
        assertThat(atom.getResponse().getContentType()).startsWith("application/atom+xml");
        var feed = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(atom.getResponse().getContentAsByteArray()));
        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(5);
        assertThat(feed.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("OnRecord: council");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /articles             | limit     | {"type":"integer","format":"int32","default":20,"maximum":200,"minimum":1}
                    /articles             | hasQuotes | {"type":"boolean"}
                    /articles             | dateField | {"type":"string","enum":["published","modified","ingested"]}
                    /entities             | format    | {"type":"string","enum":["json","csv","ndjson","atom"]}
                    /entities/{id}/quotes | relation  | {"type":"string","enum":["by","about"]}
                    /quotes/timeline      | not.kind  | {"type":"array","items":{"type":"string","enum":["direct","mixed","indirect"]},"maxItems":100}
                    """)
    void saysWhatParametersMayBe(String path, String parameter, String schema) {
        assertThat(parameters("/api/v1" + path))
                .filteredOn(each -> each.get("name").asString().equals(parameter))
                .singleElement()
                .satisfies(each -> assertThat(each.get("schema")).isEqualTo(json.readTree(schema)));
    }

    /** Nothing here names a filter: a row of the table is all that a list needs to take one. */
    @ParameterizedTest
    @EnumSource(Subject.class)
    void takesWhatTheTableOfFiltersSays(Subject subject) {
        String list = "/api/v1/" + subject.name().toLowerCase(Locale.ROOT);
        Map<String, String> described = described(list);
        List<String> sorts = new ArrayList<>(List.of("relevance"));
        Filterable.of(subject).forEach((name, row) -> {
            assertThat(status(list + "?facet=" + name)).as(name).isEqualTo(row.facet() != null ? 200 : 400);
            assertThat(status(list + "?sort=-" + name))
                    .as(name)
                    .isEqualTo(row.kind().isSorted() ? 200 : 400);
            assertThat(status(list + "?" + name + "=" + value(row)))
                    .as(name)
                    .isEqualTo(row.kind().isSorted() ? 400 : 200);
            assertThat(status(list + "?not." + name + "=" + value(row)))
                    .as(name)
                    .isEqualTo(row.kind().mayRepeat() ? 200 : 400);
            assertThat(described.get(row.kind().isSorted() ? "sort" : name)).contains(row.description());
            if (row.kind().isSorted()) {
                sorts.addAll(List.of(name, "-" + name));
            }
        });
        assertThat(allowed(list, "sort")).containsExactlyInAnyOrderElementsOf(sorts);
        assertThat(sorts)
                .allSatisfy(sort ->
                        assertThat(status(list + "?q=flood&sort=" + sort)).isEqualTo(200));
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void takesNoFilterOfOtherLists(Subject subject) {
        String list = "/api/v1/" + subject.name().toLowerCase(Locale.ROOT);
        Stream.of(Subject.values())
                .flatMap(other -> Filterable.of(other).values().stream())
                .filter(row -> !Filterable.of(subject).containsKey(row.name()))
                .forEach(row -> {
                    assertThat(status(list + "?" + row.name() + "=" + value(row)))
                            .isEqualTo(400);
                    assertThat(status(list + "?sort=" + row.name())).isEqualTo(400);
                    assertThat(status(list + "?facet=" + row.name())).isEqualTo(400);
                });
    }

    private static String value(Filterable row) {
        return switch (row.kind()) {
            case CONSTANT -> row.values().get(0).toLowerCase(Locale.ROOT);
            case FLAG -> "true";
            default -> "anything";
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/articles",
                "/quotes",
                "/entities",
                "/articles/timeline",
                "/quotes/timeline",
                "/entities/{id}/articles",
                "/entities/{id}/quotes",
                "/entities/{id}/timeline",
                "/entities/{id}/cooccurring"
            })
    void describesEveryParameterOfLists(String path) {
        assertThat(described("/api/v1" + path))
                .isNotEmpty()
                .allSatisfy(
                        (name, description) -> assertThat(description).as(name).endsWith("."));
    }

    private JsonNode parameters(String path) {
        return get("/v3/api-docs").at("/paths").get(path).at("/get/parameters");
    }

    private Map<String, String> described(String path) {
        Map<String, String> described = new HashMap<>();
        for (JsonNode parameter : parameters(path)) {
            if (parameter.get("in").asString().equals("query")) {
                described.put(
                        parameter.get("name").asString(),
                        parameter.path("description").asString(""));
            }
        }
        return described;
    }

    private List<String> allowed(String path, String parameter) {
        List<String> allowed = new ArrayList<>();
        for (JsonNode each : parameters(path)) {
            if (each.get("name").asString().equals(parameter)) {
                each.at("/schema/enum").forEach(value -> allowed.add(value.asString()));
            }
        }
        return allowed;
    }

    private int status(String url) {
        return asking(url).exchange().getResponse().getStatus();
    }

    private MockMvcTester.MockMvcRequestBuilder asking(URI url) {
        return http.get().uri(url).header("Host", "localhost");
    }

    private MockMvcTester.MockMvcRequestBuilder asking(String url) {
        return asking(URI.create(url));
    }

    private JsonNode get(String url) {
        return json.readTree(text(url));
    }

    private String text(String url) {
        var result = asking(url).exchange();
        assertThat(result).as(url).hasStatus(200);
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<UUID> ids(JsonNode answer) {
        List<UUID> ids = new ArrayList<>();
        answer.get("results")
                .forEach(result -> ids.add(UUID.fromString(result.get("id").asString())));
        return ids;
    }
}

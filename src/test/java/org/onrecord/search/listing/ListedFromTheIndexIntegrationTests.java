package org.onrecord.search.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.onrecord.Newsroom;
import org.onrecord.Newsroom.Answer;
import org.onrecord.article.Expansion;
import org.onrecord.database.ArchiveTest;
import org.onrecord.search.OpenSearchNode;
import org.onrecord.search.engine.Hit;
import org.onrecord.search.index.Order;
import org.onrecord.search.indexing.IndexCatchUp;
import org.onrecord.search.language.QueryParser;
import org.onrecord.search.query.Finder;
import org.onrecord.search.query.Search;
import org.onrecord.search.query.Subject;
import org.onrecord.search.query.Withheld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Lists and names that need not be asked of the database, because the index keeps them, are what the database has. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
@TestInstance(Lifecycle.PER_CLASS)
class ListedFromTheIndexIntegrationTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Finder finder;

    @Autowired
    private ArticleLists lists;

    @Autowired
    private IndexCatchUp catchUp;

    @Autowired
    private JdbcClient jdbc;

    private Newsroom newsroom;

    @BeforeAll
    void open() {
        newsroom = new Newsroom(port);
        newsroom.post(
                "/outlets",
                "{\"slug\":\"quay\",\"name\":\"The Quay “Courier”\",\"homepage\":\"https://quay.example/\",\"country\":\"GB\",\"language\":\"en\"}");
        newsroom.post("/outlets", "{\"slug\":\"plain\",\"name\":\"Plain\"}");
    }

    @Test
    void showsEveryMemberAsTheDatabaseHasIt() throws InterruptedException {
        Answer full = post("""
                {"outlet": "quay", "url": "https://quay.example/crane?a=1&b=é", "externalId": "ext \\"7\\"",
                 "headline": "Crane “falls” \\\\ into dock 😀", "standfirst": "Two lines\\nand a half", "byline": "By Ana Ruiz",
                 "dateline": "EASTBRIDGE", "section": "Harbour, news", "tags": ["crane", "dock \\"4\\""], "rights": "© Quay",
                 "language": "en", "publishedAt": "1969-07-20T20:17:40.123456Z",
                 "modifiedAt": "2024-02-29T23:59:59.999999+01:00", "body": "The crane fell into the dock on Monday."}
                """);
        Answer bare = post("{\"headline\": \"Crane\", \"body\": \"A crane, and nothing is known of it.\"}");
        Answer nearlyBare =
                post("{\"outlet\": \"plain\", \"headline\": \"Crane two\", \"body\": \"Another crane entirely.\"}");
        awaitIndex();

        JsonNode results =
                newsroom.get("/articles?q=crane&expand=outlet").json().get("results");
        assertThat(results).hasSize(3);
        for (JsonNode listed : results) {
            JsonNode alone = newsroom.get("/articles/" + listed.get("id").asString() + "?expand=outlet")
                    .json();
            for (String member : listed.propertyNames()) {
                assertThat(listed.get(member)).as(member).isEqualTo(alone.get(member));
            }
        }
        assertThat(List.of(full.id(), bare.id(), nearlyBare.id()))
                .containsExactlyInAnyOrderElementsOf(results.valueStream()
                        .map(each -> each.get("id").asString())
                        .toList());
        assertListedAlike("crane");
    }

    @Test
    void showsWhatWasChangedAtOnceAndKeepsIt() throws InterruptedException {
        Answer article =
                post("{\"outlet\": \"plain\", \"headline\": \"Ferry late\", \"body\": \"The ferry was late.\"}");
        awaitIndex();
        for (String section : List.of("Sea", "Land", "Air")) {
            newsroom.patch("/articles/" + article.id(), "{\"section\": \"" + section + "\"}");
            assertThat(newsroom.get("/articles?q=ferry").text("/results/0/section"))
                    .as("whether the index has learnt it or not")
                    .isEqualTo(section);
            awaitIndex();
            assertThat(newsroom.get("/articles?q=ferry").text("/results/0/section"))
                    .isEqualTo(section);
        }
        newsroom.patch("/outlets/plain", "{\"name\": \"Plainer\", \"homepage\": \"https://plain.example/\"}");
        assertThat(newsroom.get("/articles?q=ferry").text("/results/0/outlet/name"))
                .isEqualTo("Plainer");
        awaitIndex();
        assertThat(newsroom.get("/articles?q=ferry").text("/results/0/outlet/name"))
                .isEqualTo("Plainer");
        assertListedAlike("ferry");
    }

    @Test
    void asksTheDatabaseWhileSomethingIsYetToBeIndexed() throws InterruptedException {
        Answer article = post("{\"headline\": \"Tunnel dug\", \"body\": \"A tunnel was dug.\"}");
        awaitIndex();
        jdbc.sql("update article set section = 'Underground' where id = ?::uuid")
                .param(article.id())
                .update();
        String known = newsroom.get("/articles?q=tunnel").text("/results/0/section");
        assertThat(known)
                .as("nobody told the index, which OpenSearch never makes sure of")
                .isEqualTo(OpenSearchNode.isWanted() ? "Underground" : "");
        // Set aside, so that it stays to be indexed.
        jdbc.sql("insert into index_outbox (article_id, urgency, attempts) values (?::uuid, 0, 100)")
                .param(article.id())
                .update();
        newsroom.patch("/outlets/quay", "{\"country\": \"IE\"}");
        Awaitility.await().until(() -> !catchUp.isCurrent());
        assertThat(newsroom.get("/articles?q=tunnel").text("/results/0/section"))
                .isEqualTo("Underground");
        jdbc.sql("delete from index_outbox where attempts >= 100").update();
    }

    @Test
    void namesEntitiesAsTheyAreCalledNow() throws InterruptedException {
        post("{\"headline\": \"Pier sold\", \"body\": \"Odile Ferrand said the pier was sold on Monday.\"}");
        awaitIndex();
        Answer named = newsroom.get("/entities?q=ferrand");
        String id = named.text("/results/0/id");
        assertNamed("Odile Ferrand", id);

        jdbc.sql("update named_entity set name = 'Odile Ferrand-Byhand' where id = ?::uuid")
                .param(id)
                .update();
        jdbc.sql("""
                        update entity_name set name = 'Odile Ferrand-Byhand', by_hand = true
                        where entity_id = ?::uuid and kind = 'PRIMARY'
                        """).param(id).update();
        assertNamed(OpenSearchNode.isWanted() ? "Odile Ferrand-Byhand" : "Odile Ferrand", id);
        for (String name : List.of("Odile Ferrand-Moss", "Odile Ferrand “Fé” \\\\ Moss")) {
            newsroom.patch("/entities/" + id, "{\"name\": \"" + name + "\"}");
            assertNamed(name.replace("\\\\", "\\"), id);
            awaitIndex();
            assertNamed(name.replace("\\\\", "\\"), id);
        }
        String etag = newsroom.get("/entities/" + id).etag();
        assertThat(newsroom.send("DELETE", "/entities/" + id, "If-Match", etag).status())
                .isEqualTo(204);
        assertNotNamed(id);
        awaitIndex();
        assertNotNamed(id);
    }

    private void assertNamed(String name, String id) {
        JsonNode suggested = newsroom.get("/suggest?q=odil").json().get("results");
        assertThat(suggested).hasSize(1);
        assertThat(suggested.get(0).get("id").asString()).isEqualTo(id);
        assertThat(suggested.get(0).get("type").asString()).isEqualTo("person");
        assertThat(suggested.get(0).get("name").asString()).isEqualTo(name);
        JsonNode counted = newsroom.get("/articles?q=pier&facet=entity,speaker").json();
        for (String facet : List.of("entity", "speaker")) {
            assertThat(counted.at("/facets/" + facet)).hasSize(1);
            assertThat(counted.at("/facets/" + facet + "/0/label").asString()).isEqualTo(name);
        }
    }

    private void assertNotNamed(String id) {
        assertThat(newsroom.get("/suggest?q=odil").each("/results", "/id")).doesNotContain(id);
        assertThat(newsroom.get("/articles?q=pier&facet=entity").each("/facets/entity", "/value"))
                .doesNotContain(id);
    }

    @Test
    void suggestsOutletsAsTheyAreCalledNow() {
        assertThat(outletsSuggested("lant")).isEmpty();
        newsroom.post("/outlets", "{\"slug\":\"lantern\",\"name\":\"Evening Lantern\"}");
        assertThat(outletsSuggested("lant")).containsExactly("Evening Lantern");
        assertThat(outletsSuggested("EVEN")).containsExactly("Evening Lantern");
        assertThat(outletsSuggested("antern")).isEmpty();
        post("{\"outlet\": \"lantern-weekly\", \"headline\": \"Lamp lit\", \"body\": \"A lamp was lit.\"}");
        assertThat(outletsSuggested("lant")).containsExactly("Evening Lantern", "Lantern Weekly");
        newsroom.patch("/outlets/lantern", "{\"name\": \"The Übersee Lantern\"}");
        assertThat(outletsSuggested("lant")).containsExactly("Lantern Weekly", "The Übersee Lantern");
        assertThat(outletsSuggested("über")).containsExactly("The Übersee Lantern");
        newsroom.send(
                "DELETE",
                "/outlets/lantern",
                "If-Match",
                newsroom.get("/outlets/lantern").etag());
        assertThat(outletsSuggested("lant")).containsExactly("Lantern Weekly");
        newsroom.send("POST", "/outlets/lantern/restore");
        assertThat(outletsSuggested("lant")).containsExactly("Lantern Weekly", "The Übersee Lantern");
    }

    private List<String> outletsSuggested(String typed) {
        return newsroom.get("/suggest?q=" + Newsroom.encoded(typed))
                .json()
                .get("results")
                .valueStream()
                .filter(each -> each.get("kind").asString().equals("outlet"))
                .map(each -> each.get("name").asString())
                .toList();
    }

    @Test
    void showsAlsoWhatIsTooLongForTheIndexToKeep() throws InterruptedException {
        String standfirst = "燈".repeat(5_000);
        String tags = IntStream.range(100, 200)
                .mapToObj(each -> "\"" + "台".repeat(47) + each + "\"")
                .collect(Collectors.joining(","));
        post("{\"headline\": \"Lighthouse " + "燈".repeat(980) + "\", \"byline\": \"" + "燈".repeat(1_000)
                + "\", \"standfirst\": \"" + standfirst + "\", \"tags\": [" + tags
                + "], \"body\": \"It was sold on Monday.\"}");
        post("{\"headline\": \"Lighthouse built\", \"body\": \"It was built long ago.\"}");
        awaitIndex();
        JsonNode results =
                newsroom.get("/articles?q=lighthouse&sort=ingestedAt").json().get("results");
        assertThat(results).hasSize(2);
        assertThat(results.get(0).get("standfirst").asString()).isEqualTo(standfirst);
        assertThat(results.get(0).get("tags")).hasSize(100);
        assertThat(results.get(1).get("headline").asString()).isEqualTo("Lighthouse built");
    }

    @Test
    void tellsTimesAsTheApiTellsThem() {
        for (String time : List.of(
                "1000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "2024-02-29T12:00:00.000001Z",
                "2024-02-29T12:00:00.001Z",
                "2024-02-29T12:00:00.120Z",
                "2024-02-29T12:00:00.100200Z",
                "2024-02-29T10:20:00Z",
                "9999-12-31T23:59:59.000100Z")) {
            assertThat(jdbc.sql("select rfc3339(?::timestamptz)")
                            .param(time)
                            .query(String.class)
                            .single())
                    .isEqualTo(Instant.parse(time).toString())
                    .isEqualTo(time);
        }
    }

    private Answer post(String article) {
        Answer stored = newsroom.post("/articles?refresh=wait", article);
        assertThat(stored.status()).as(stored.response().body()).isEqualTo(201);
        return stored;
    }

    private void awaitIndex() throws InterruptedException {
        assertThat(catchUp.awaitAll(Duration.ofSeconds(60))).isTrue();
        // With an index that other processes may write, nobody can know.
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> OpenSearchNode.isWanted() || catchUp.isCurrent());
    }

    /** The same from the index as from the database, with every way of showing it. */
    private void assertListedAlike(String words) {
        List<Hit> hits = finder.find(new Search(
                        Subject.ARTICLES,
                        QueryParser.parse(words).clause(),
                        List.of(),
                        Order.RELEVANCE,
                        20,
                        null,
                        Withheld.NOTHING))
                .hits();
        assertThat(hits)
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.summary() == null).isEqualTo(OpenSearchNode.isWanted()));
        List<Hit> unknown =
                hits.stream().map(hit -> new Hit(hit.id(), hit.key(), null)).toList();
        for (Set<Expansion> expansions : List.of(Set.<Expansion>of(), EnumSet.allOf(Expansion.class))) {
            assertThat(lists.show(hits, expansions)).isEqualTo(lists.show(unknown, expansions));
        }
    }
}

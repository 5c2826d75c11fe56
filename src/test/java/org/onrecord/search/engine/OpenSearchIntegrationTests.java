package org.onrecord.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.onrecord.database.ArchiveTest;
import org.onrecord.database.TestDatabase;
import org.onrecord.search.ArchiveFixture;
import org.onrecord.search.OpenSearchNode;
import org.onrecord.search.SearchBackend;
import org.onrecord.search.indexing.IndexBuild;
import org.onrecord.search.indexing.IndexCatchUp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A story of an archive whose OpenSearch comes late, goes away, comes back, and loses its indexes. */
@SpringBootTest
@AutoConfigureMockMvc
@ArchiveTest
@EnabledIfSystemProperty(named = "search.backend", matches = "opensearch")
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenSearchIntegrationTests {

    private static final Duration HEALED = Duration.ofMinutes(4);

    private static OpenSearchNode node;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JsonMapper json;

    @Autowired
    private IndexCatchUp catchUp;

    @Autowired
    private SearchBackend backend;

    private ArchiveFixture archive;

    @BeforeAll
    static void noNodeYet() {
        node = OpenSearchNode.shared();
        node.stop();
    }

    /** Others share it. */
    @AfterAll
    static void theNodeAgain() throws Exception {
        node.restart();
    }

    @BeforeEach
    void anArchive(@Autowired ApplicationContext context) {
        archive = fixture(context);
    }

    private static ArchiveFixture fixture(ApplicationContext context) {
        return new ArchiveFixture(
                context.getBean(JdbcClient.class), context.getBean(TransactionTemplate.class), context);
    }

    @Test
    @Order(1)
    void startsWithoutOpenSearchAndTakesArticlesIn(CapturedOutput output) throws Exception {
        UUID early =
                archive.anArticle("Early bird", "It came before the index.").store();
        assertThat(ask("/api/v1/articles?q=bird"))
                .hasStatus(503)
                .hasContentType("application/problem+json")
                .hasHeader("Retry-After", "5");
        assertThat(ask("/api/v1/suggest?q=bird")).hasStatus(503);
        assertThat(ask("/api/v1/articles/" + early)).hasStatus(200);
        assertThat(ask("/actuator/health/readiness"))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.components.search.status")
                .isEqualTo("AWAY");
        node.restart();
        assertThat(catchUp.awaitAll(HEALED)).isTrue();
        assertThat(found("bird")).containsExactly(early);
        await().atMost(HEALED)
                .untilAsserted(() -> assertThat(ask("/actuator/health/readiness"))
                        .bodyJson()
                        .extractingPath("$.components.search.status")
                        .isEqualTo("UP"));
        assertThat(output).doesNotContain(" ERROR ");
    }

    @Test
    @Order(2)
    void losesNothingWhileOpenSearchIsAway(CapturedOutput output) throws Exception {
        node.stop();
        List<UUID> stored = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            stored.add(archive.anArticle("Owl " + i, "It came in the night.").store());
        }
        archive.delete(stored.get(0));
        assertThat(ask("/api/v1/articles?q=owl")).hasStatus(503);
        assertThat(ask("/api/v1/articles?q=owl&facet=outlet")).hasStatus(503);
        assertThat(ask("/api/v1/articles/timeline")).hasStatus(503);
        node.restart();
        assertThat(catchUp.awaitAll(HEALED)).isTrue();
        assertThat(found("owl")).containsExactlyInAnyOrderElementsOf(stored.subList(1, 20));
        assertThat(output).doesNotContain(" ERROR ");
        assertThat(output.getOut().lines().filter(line -> line.contains("The index cannot be written")))
                .as("told once, and once at the start")
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    @Order(3)
    void makesItsIndexesAgainWhenSomebodyDeletesThem() throws Exception {
        UUID kept = archive.anArticle("Heron", "It stands still.").store();
        assertThat(catchUp.await(kept, HEALED)).isTrue();
        for (String index : List.of("article", "quote", "entity")) {
            node.ask("DELETE", "/" + backend.prefix() + "-" + index + "-000001", null);
        }
        UUID later = archive.anArticle("Heron again", "It flew away.").store();
        await().atMost(HEALED).untilAsserted(() -> assertThat(found("heron")).containsExactlyInAnyOrder(kept, later));
        assertThat(node.ask("GET", "/_cat/indices/" + backend.prefix() + "-*?h=index&s=index", null)
                        .body()
                        .lines())
                .as("none that OpenSearch made by itself")
                .allMatch(name -> name.endsWith("-000001"))
                .hasSize(3);
    }

    @Test
    @Order(4)
    void fillsItsIndexAgainWhenSomebodyEmptiesIt() throws Exception {
        UUID kept = archive.anArticle("Kingfisher", "It dives.").store();
        assertThat(catchUp.await(kept, HEALED)).isTrue();
        var emptied = node.ask(
                "POST",
                "/" + backend.prefix() + "-article-000001/_delete_by_query?refresh=true",
                "{\"query\":{\"match_all\":{}}}");
        assertThat(json.readTree(emptied.body()).get("deleted").asInt()).isPositive();
        await().atMost(HEALED)
                .untilAsserted(() -> assertThat(found("kingfisher")).containsExactly(kept));
    }

    @Test
    @Order(5)
    void sharesTheIndexWithAnotherProcessOnTheSameDatabase(
            @Autowired TestDatabase database, @Autowired ApplicationContext own) throws Exception {
        try (var other = database.startArchive(
                Path.of(own.getEnvironment().getRequiredProperty("onrecord.home"), "other"),
                "--onrecord.search.backend=opensearch",
                "--onrecord.search.opensearch.uris=" + node.uri(),
                "--onrecord.search.opensearch.prefix=" + backend.prefix())) {
            ArchiveFixture theirs = fixture(other);
            List<UUID> stored = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                stored.add((i % 2 == 0 ? archive : theirs)
                        .anArticle("Starling " + i, "One of a flock.")
                        .store());
            }
            archive.become(stored.get(1), "WITHDRAWN");
            theirs.become(stored.get(2), "WITHDRAWN");
            assertThat(found("starling")).doesNotContain(stored.get(1), stored.get(2));
            assertThat(catchUp.awaitAll(HEALED)).isTrue();
            stored.removeAll(List.of(stored.get(1), stored.get(2)));
            assertThat(found("starling")).containsExactlyInAnyOrderElementsOf(stored);
            await().atMost(HEALED).until(() -> !other.getBean(IndexBuild.class).isPartial());
        }
    }

    @Test
    @Order(6)
    void keepsNoTextBesideTheIndex() throws Exception {
        UUID stored = archive.anArticle("Nightjar", "It churrs in the dusk.").store();
        assertThat(catchUp.await(stored, HEALED)).isTrue();
        assertThat(node.ask("GET", "/" + backend.prefix() + "-article-read/_search?q=headline:nightjar", null)
                        .body())
                .contains(stored.toString())
                .doesNotContain("Nightjar", "churrs");
    }

    private MockMvcTester.MockMvcRequestBuilder ask(String url) {
        return http.get().uri(url).header("Host", "localhost");
    }

    private List<UUID> found(String query) throws Exception {
        var answer = ask("/api/v1/articles?limit=200&q=" + query).exchange();
        assertThat(answer).hasStatus(200);
        List<UUID> ids = new ArrayList<>();
        json.readTree(answer.getResponse().getContentAsString())
                .get("results")
                .forEach(result -> ids.add(UUID.fromString(result.get("id").asString())));
        return ids;
    }
}

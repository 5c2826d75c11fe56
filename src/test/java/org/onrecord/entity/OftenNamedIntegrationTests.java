package org.onrecord.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.onrecord.Newsroom;
import org.onrecord.database.ArchiveTest;
import org.onrecord.search.ArchiveFixture;
import org.onrecord.search.indexing.IndexBuild;
import org.onrecord.search.indexing.IndexCatchUp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Where entities appear that are named so often that the index is asked instead of every mention counted. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
@TestInstance(Lifecycle.PER_CLASS)
class OftenNamedIntegrationTests {

    private static final String TEXT = "“We will rebuild,” said Ana Ruiz, who was at the harbour with Tom Vane.";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IndexCatchUp catchUp;

    @Autowired
    private IndexBuild build;

    private Newsroom newsroom;
    private ArchiveFixture archive;

    @BeforeAll
    void open(@Autowired TransactionTemplate transaction, @Autowired ApplicationEventPublisher events) {
        newsroom = new Newsroom(port);
        archive = new ArchiveFixture(jdbc, transaction, events);
    }

    @Test
    void appearAsOftenAsCountingTellsAndWhatIsTakenAwayLeavesAtOnce() throws InterruptedException {
        UUID ruiz = archive.entity("PERSON", "Ana Ruiz");
        UUID vane = archive.entity("PERSON", "Tom Vane");
        UUID earliest = anArticle("2023-01-02T10:00:00Z", ruiz, vane);
        anArticle("2024-03-04T10:00:00Z", ruiz, vane);
        UUID latest = anArticle("2025-05-06T10:00:00Z", ruiz, vane);
        reject(latest);
        awaitWholeIndex();
        List<Object> counted = List.of(3, 2, "2023-01-02T10:00:00Z", "2025-05-06T10:00:00Z");
        assertThat(appearance(ruiz)).isEqualTo(counted);
        nameOften(ruiz, earliest);
        assertThat(appearance(ruiz)).isEqualTo(counted);
        assertThat(newsroom.get("/entities?q=ruiz")
                        .json()
                        .at("/results/0/articleCount")
                        .asInt())
                .isEqualTo(3);
        assertThat(appearance(vane)).isEqualTo(List.of(3, 0, "2023-01-02T10:00:00Z", "2025-05-06T10:00:00Z"));

        archive.become(latest, "WITHDRAWN");
        assertThat(appearance(ruiz)).isEqualTo(List.of(2, 2, "2023-01-02T10:00:00Z", "2024-03-04T10:00:00Z"));
        archive.delete(earliest);
        assertThat(appearance(ruiz)).isEqualTo(List.of(1, 1, "2024-03-04T10:00:00Z", "2024-03-04T10:00:00Z"));
    }

    @Test
    void areCountedAsSearchesSeeThem() throws InterruptedException {
        UUID doyle = archive.entity("PERSON", "Una Doyle");
        UUID article = archive.anArticle("Ferry late", "The ferry was late, Una Doyle wrote.")
                .naming(doyle, "Una Doyle")
                .store();
        awaitWholeIndex();
        nameOften(doyle, article);
        jdbc.sql("update article set published_at = '2001-01-01T00:00:00Z' where id = ?")
                .param(article)
                .update();
        assertThat(newsroom.get("/entities/" + doyle).text("/firstSeen"))
                .as("nobody told the index that the article is older")
                .isEqualTo("2024-05-01T10:00:00Z");
    }

    /** While the index is built, mentions are counted. */
    private void awaitWholeIndex() throws InterruptedException {
        assertThat(catchUp.awaitAll(Duration.ofSeconds(60))).isTrue();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !build.isPartial());
    }

    private UUID anArticle(String publishedAt, UUID speaker, UUID other) {
        return archive.anArticle("Harbour to be rebuilt", TEXT)
                .on(publishedAt)
                .naming(speaker, "Ana Ruiz")
                .naming(other, "Tom Vane")
                .quoting(speaker, "Ana Ruiz", "We will rebuild,")
                .store();
    }

    private void reject(UUID article) {
        jdbc.sql("update quote set status = 'REJECTED' where article_id = ?")
                .param(article)
                .update();
        archive.become(article, "PUBLISHED");
    }

    /** Names an entity in an article as often as it takes. */
    private void nameOften(UUID entity, UUID article) {
        jdbc.sql("""
                        insert into mention (id, article_id, article_version, entity_id, span_start, span_end, text, kind)
                        select gen_random_uuid(), :article, 1, :entity, place, place + 4, 'Name', 'NAME'
                        from generate_series(1, :often) place
                        """)
                .param("article", article)
                .param("entity", entity)
                .param("often", NamedEntityViews.OFTEN)
                .update();
    }

    private List<Object> appearance(UUID entity) {
        JsonNode shown = newsroom.get("/entities/" + entity).json();
        return List.of(
                shown.get("articleCount").asInt(),
                shown.get("quoteCount").asInt(),
                shown.get("firstSeen").asString(),
                shown.get("lastSeen").asString());
    }
}

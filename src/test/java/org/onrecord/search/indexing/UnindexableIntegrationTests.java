package org.onrecord.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.onrecord.search.index.Order.RELEVANCE;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.onrecord.database.ArchiveTest;
import org.onrecord.search.ArchiveFixture;
import org.onrecord.search.language.QueryParser;
import org.onrecord.search.query.Finder;
import org.onrecord.search.query.Search;
import org.onrecord.search.query.Subject;
import org.onrecord.search.query.Withheld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A story of articles that no index takes: they hold up nobody, and are found once they can be indexed. */
@SpringBootTest
@ArchiveTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnindexableIntegrationTests {

    private static final Duration LONG = Duration.ofMinutes(2);

    /** More than an index takes as one term; the service itself refuses what is so long. */
    private static final String TOO_LONG = "section ".repeat(5_000);

    @Autowired
    private IndexCatchUp catchUp;

    @Autowired
    private IndexBuild build;

    @Autowired
    private Finder finder;

    @Autowired
    private JdbcClient jdbc;

    private ArchiveFixture archive;
    private UUID early;
    private UUID unindexable;
    private UUID late;

    @BeforeEach
    void anArchive(@Autowired TransactionTemplate transaction, @Autowired ApplicationEventPublisher events) {
        archive = new ArchiveFixture(jdbc, transaction, events);
    }

    @Test
    @Order(1)
    void holdsUpNoneOfThoseIndexedWithIt() throws InterruptedException {
        early = archive.anArticle("Zebra at large", "It came first.").store();
        unindexable = archive.anArticle("Zebra in a tall section", "It came second.")
                .section(TOO_LONG)
                .store();
        late = archive.anArticle("Zebra caught", "It came last.").store();
        assertThat(catchUp.awaitAll(LONG)).isTrue();
        assertThat(found()).containsExactlyInAnyOrder(early, late);
        assertThat(setAside()).containsExactly(unindexable);
    }

    @Test
    @Order(2)
    void holdsUpNoBuild() throws InterruptedException {
        jdbc.sql("delete from index_build").update();
        build.suspect();
        await().atMost(LONG)
                .until(() -> jdbc.sql("select count(*) from index_build where completed")
                                .query(Integer.class)
                                .single()
                        == 1);
        assertThat(catchUp.awaitAll(LONG)).isTrue();
        assertThat(found()).containsExactlyInAnyOrder(early, late);
        assertThat(setAside()).containsExactly(unindexable);
        await().atMost(LONG).until(() -> !build.isPartial());
    }

    @Test
    @Order(3)
    void holdsUpNoBuildThatComesUponItFirst() throws InterruptedException {
        jdbc.sql("delete from index_outbox").update();
        holdsUpNoBuild();
    }

    @Test
    @Order(4)
    void isFoundOnceItCanBeIndexed() throws InterruptedException {
        jdbc.sql("update article set section = 'World' where id = :id")
                .param("id", unindexable)
                .update();
        archive.become(unindexable, "PUBLISHED");
        assertThat(catchUp.await(unindexable, LONG)).isTrue();
        assertThat(found()).containsExactlyInAnyOrder(early, unindexable, late);
        assertThat(setAside()).isEmpty();
    }

    private List<UUID> setAside() {
        return jdbc.sql("select article_id from index_outbox where attempts >= :attempts and failure <> ''")
                .param("attempts", OutboxBatches.ATTEMPTS)
                .query(UUID.class)
                .list();
    }

    private List<UUID> found() {
        return finder.find(new Search(
                        Subject.ARTICLES,
                        QueryParser.parse("zebra").clause(),
                        List.of(),
                        RELEVANCE,
                        10,
                        null,
                        Withheld.NOTHING))
                .ids();
    }
}

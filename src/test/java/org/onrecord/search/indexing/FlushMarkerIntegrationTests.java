package org.onrecord.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.onrecord.search.index.Order.RELEVANCE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.database.TestDatabase;
import org.onrecord.search.ArchiveFixture;
import org.onrecord.search.language.QueryParser;
import org.onrecord.search.query.Finder;
import org.onrecord.search.query.Search;
import org.onrecord.search.query.Subject;
import org.onrecord.search.query.Withheld;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Archives that are stopped and started, with an index in a folder that is not always what they left there. */
class FlushMarkerIntegrationTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private ConfigurableApplicationContext archive;
    private ArchiveFixture fixture;
    private UUID withdrawn;
    private boolean mapsPostings;

    @TempDir
    private Path folder;

    @BeforeEach
    void anArchiveWithAnArticle() {
        start(home());
        withdrawn = fixture.anArticle("Heron", "It stands still.").store();
        awaitFlush();
    }

    @AfterEach
    void close() {
        archive.close();
        database.close();
    }

    @Test
    void anIndexIsKeptAsItWasLeftAndBuiltAnewWhenPutBackFromACopyThoughItHoldsAsMuch() throws IOException {
        Object built = built();
        archive.close();
        FileSystemUtils.copyRecursively(index(), folder.resolve("copy"));
        start(home());
        await().atMost(PATIENCE).until(() -> archive.getBean(IndexBuild.class).isComplete());
        assertThat(built()).isEqualTo(built);
        UUID published = replaceTheArticle();
        archive.close();
        FileSystemUtils.deleteRecursively(index());
        FileSystemUtils.copyRecursively(folder.resolve("copy"), index());

        start(home());
        assertFindsOnly(published);
    }

    @Test
    void anIndexThatAnotherArchiveWorkedBesideIsBuiltAnew() {
        archive.close();
        start(folder.resolve("other"));
        UUID published = replaceTheArticle();
        archive.close();

        start(home());
        assertFindsOnly(published);
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Path index() {
        return home().resolve("index");
    }

    private void start(Path home) {
        archive = database.startArchive(
                home, "--onrecord.search.backend=lucene", "--onrecord.search.lucene.map-postings=" + mapsPostings);
        // From one start to the next, how files are read may change.
        mapsPostings = !mapsPostings;
        fixture = new ArchiveFixture(
                archive.getBean(JdbcClient.class), archive.getBean(TransactionTemplate.class), archive);
    }

    /** Another article is published when the one before may no longer be shown, so there are as many as before. */
    private UUID replaceTheArticle() {
        UUID published = fixture.anArticle("Egret", "It flies away.").store();
        fixture.become(withdrawn, "WITHDRAWN");
        awaitFlush();
        return published;
    }

    private void awaitFlush() {
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select not exists (select from index_outbox)"
                                + " and exists (select from index_build where completed)")
                        .query(Boolean.class)
                        .single());
    }

    private Object built() {
        return jdbc.sql("select changed_at from index_build").query().singleValue();
    }

    private void assertFindsOnly(UUID published) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(found("heron OR egret")).containsExactly(published));
    }

    private List<UUID> found(String query) {
        return archive.getBean(Finder.class)
                .find(new Search(
                        Subject.ARTICLES,
                        QueryParser.parse(query).clause(),
                        List.of(),
                        RELEVANCE,
                        10,
                        null,
                        Withheld.NOTHING))
                .ids();
    }
}

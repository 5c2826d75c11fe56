package org.onrecord.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onrecord.database.ArchiveTest;
import org.onrecord.search.ArchiveFixture;
import org.onrecord.search.OpenSearchNode;
import org.onrecord.search.engine.Hit;
import org.onrecord.search.index.Order;
import org.onrecord.search.indexing.IndexCatchUp;
import org.onrecord.search.language.QueryParser;
import org.onrecord.search.suggest.Suggestions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@ArchiveTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FinderIntegrationTests {

    @Autowired
    private Finder finder;

    @Autowired
    private Suggestions suggestions;

    @Autowired
    private IndexCatchUp catchUp;

    @Autowired
    private Withholding withholding;

    @Autowired
    private JdbcClient jdbc;

    private ArchiveFixture archive;
    private UUID flood;
    private UUID drought;
    private UUID budget;
    private UUID ruiz;

    @BeforeAll
    void anArchive(@Autowired TransactionTemplate transaction, @Autowired ApplicationEventPublisher events)
            throws InterruptedException {
        archive = new ArchiveFixture(jdbc, transaction, events);
        UUID herald = archive.outlet("herald", "The Harbour Herald");
        ruiz = archive.entity("PERSON", "Ana Ruiz", "Minister Ruiz");
        flood = archive.anArticle(
                        "Floods hit the harbour", "“We will rebuild,” said Ana Ruiz. The organisation’s staff waited.")
                .in(herald)
                .section("World")
                .tagged("weather", "Coast")
                .on("2024-05-01T10:00:00Z")
                .naming(ruiz, "Ana Ruiz")
                .quoting(ruiz, "Ana Ruiz", "We will rebuild,")
                .store();
        drought = archive.anArticle("Drought in the north", "After the flood came a drought, the organization said.")
                .on("2024-05-03T10:00:00Z")
                .store();
        budget = archive.anArticle(
                        "Budget agreed", "Mr Erdoğan spoke at length about relief for co-operatives in the U.S.")
                .on("2024-05-02T10:00:00Z")
                .store();
        assertThat(catchUp.awaitAll(Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void ranksAHeadlineOverABody() {
        assertThat(articles("flood")).containsExactly(flood, drought);
    }

    @Test
    void foldsAccentsSpellingsAndAcronyms() {
        assertThat(articles("erdogan")).containsExactly(budget);
        assertThat(articles("ERDOĞAN")).containsExactly(budget);
        assertThat(articles("harbor")).containsExactly(flood);
        assertThat(articles("organization")).containsExactlyInAnyOrder(flood, drought);
        assertThat(articles("organisations")).containsExactlyInAnyOrder(flood, drought);
        assertThat(articles("US")).containsExactly(budget);
    }

    @Test
    void understandsEveryOperator() {
        assertThat(articles("flood OR budget")).containsExactlyInAnyOrder(flood, drought, budget);
        assertThat(articles("flood -drought")).containsExactly(flood);
        assertThat(articles("-drought")).containsExactlyInAnyOrder(flood, budget);
        assertThat(articles("\"came a drought\"")).containsExactly(drought);
        assertThat(articles("\"came drought\"")).isEmpty();
        assertThat(articles("\"came drought\"~1")).containsExactly(drought);
        assertThat(articles("reb*")).containsExactly(flood);
        assertThat(articles("rebiuld~")).containsExactly(flood);
        assertThat(articles("headline:flood")).containsExactly(flood);
        assertThat(articles("speaker:ruiz")).containsExactly(flood);
        assertThat(articles("entity:\"minister ruiz\"")).containsExactly(flood);
        assertThat(articles("quote:rebuild")).containsExactly(flood);
        assertThat(articles("outlet:herald")).containsExactly(flood);
        assertThat(articles("section:world tag:coast")).containsExactly(flood);
        assertThat(articles("co-operative")).containsExactly(budget);
    }

    @Test
    void listsByDateAndGoesOnAfterEach() {
        List<UUID> walked = new ArrayList<>();
        Search.After after = null;
        do {
            Found found = finder.find(new Search(
                    Subject.ARTICLES, null, List.of(), new Order("publishedAt", true), 1, after, Withheld.NOTHING));
            assertThat(found.all()).as("on every page").isEqualTo(new Matches(3, true));
            walked.addAll(found.ids());
            after = found.next();
        } while (after != null);
        assertThat(walked).containsExactly(drought, budget, flood);
    }

    @Test
    void findsQuotesByWordsAndSpeaker() {
        assertThat(find(Subject.QUOTES, "rebuild").ids()).hasSize(1);
        assertThat(find(Subject.QUOTES, "ruiz rebuild").ids()).hasSize(1);
        assertThat(find(Subject.QUOTES, "drought").ids()).isEmpty();
    }

    @Test
    void findsEntitiesByAnyName() {
        assertThat(find(Subject.ENTITIES, "ruiz").ids()).containsExactly(ruiz);
        assertThat(find(Subject.ENTITIES, "minister").ids()).containsExactly(ruiz);
    }

    @Test
    void suggestsWhomMostIsWrittenAboutFirstAndOthersByName() throws InterruptedException {
        UUID zane = archive.entity("PERSON", "Marlow Zane");
        UUID beck = archive.entity("PERSON", "Marlow Beck");
        UUID adams = archive.entity("PERSON", "Marlow Adams");
        UUID misspelled = archive.entity("PERSON", "Marlew Cole");
        UUID brief = archive.anArticle("Bridge closed", "Marlow Zane locked the gate.")
                .naming(zane, "Marlow Zane")
                .store();
        assertThat(catchUp.await(brief, Duration.ofSeconds(60))).isTrue();
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(suggested("marlow", 10)).containsExactly(zane, adams, beck, misspelled));
        assertThat(suggested("marlow", 2)).containsExactly(zane, adams);
        archive.delete(brief);
    }

    @Test
    void losesWhatIsWithdrawnAndFindsItAgain() throws InterruptedException {
        UUID brief = archive.anArticle("Zeppelin sighted", "A zeppelin.").store();
        assertThat(catchUp.await(brief, Duration.ofSeconds(60))).isTrue();
        assertThat(articles("zeppelin")).containsExactly(brief);
        archive.become(brief, "WITHDRAWN");
        assertThat(catchUp.await(brief, Duration.ofSeconds(60))).isTrue();
        assertThat(articles("zeppelin")).isEmpty();
        archive.become(brief, "PUBLISHED");
        assertThat(catchUp.await(brief, Duration.ofSeconds(60))).isTrue();
        assertThat(articles("zeppelin")).containsExactly(brief);
        archive.delete(brief);
        assertThat(catchUp.await(brief, Duration.ofSeconds(60))).isTrue();
        assertThat(articles("zeppelin")).isEmpty();
    }

    @Test
    void neitherShowsNorCountsWhatWasWithdrawnJustNow() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            UUID brief = archive.anArticle("Balloon sighted", "A balloon.").store();
            assertThat(catchUp.await(brief, Duration.ofSeconds(60))).isTrue();
            // Nothing is waiting any more, and where the process can know that it does.
            Awaitility.await().until(() -> outbox() == 0 && (OpenSearchNode.isWanted() || catchUp.isCaughtUp()));
            archive.become(brief, "WITHDRAWN");
            assertThat(find(Subject.ARTICLES, "balloon").all().total()).isZero();
        }
    }

    @Test
    void findsArticlesByAnAliasTheirEntityGotLater() throws InterruptedException {
        UUID okoro = archive.entity("PERSON", "Ben Okoro");
        UUID article = archive.anArticle("Bridge opened", "Ben Okoro cut the ribbon.")
                .naming(okoro, "Ben Okoro")
                .store();
        assertThat(catchUp.awaitAll(Duration.ofSeconds(60))).isTrue();
        assertThat(articles("entity:mayor")).isEmpty();
        archive.alias(okoro, "Mayor of the Valley");
        assertThat(catchUp.awaitAll(Duration.ofSeconds(60))).isTrue();
        assertThat(catchUp.await(article, Duration.ofSeconds(60))).isTrue();
        assertThat(articles("entity:mayor")).containsExactly(article);
    }

    private long outbox() {
        return jdbc.sql("select count(*) from index_outbox").query(Long.class).single();
    }

    private List<UUID> articles(String query) {
        return find(Subject.ARTICLES, query).ids();
    }

    private List<UUID> suggested(String typed, int limit) {
        return suggestions.entities(typed, limit).stream().map(Hit::id).toList();
    }

    private Found find(Subject subject, String query) {
        return finder.find(new Search(
                subject,
                QueryParser.parse(query).clause(),
                List.of(),
                Order.RELEVANCE,
                20,
                null,
                withholding.now(subject)));
    }
}

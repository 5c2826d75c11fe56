package org.onrecord.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.database.ArchiveTest;
import org.onrecord.search.ArchiveFixture;
import org.onrecord.search.index.Order;
import org.onrecord.search.indexing.IndexCatchUp;
import org.onrecord.search.language.QueryParser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes first, judged by example: a small archive, and for each query its first articles. */
@SpringBootTest
@ArchiveTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelevanceIntegrationTests {

    @Autowired
    private Finder finder;

    private ArchiveFixture archive;
    private final Map<UUID, String> names = new HashMap<>();

    @BeforeAll
    void anArchive(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transaction,
            @Autowired ApplicationEventPublisher events,
            @Autowired IndexCatchUp catchUp)
            throws InterruptedException {
        archive = new ArchiveFixture(jdbc, transaction, events);
        UUID lund = archive.entity("PERSON", "Ida Lund");
        article("ferry", "Ferry strike stops island trade", "Crews stayed ashore on Monday and the quays were empty.");
        article(
                "bakers",
                "Bakers run short of flour",
                "The mills blame a ferry strike: no boat has left the island since.");
        article(
                "strike",
                "Miners vote on pay",
                "A strike is likely, the union said. Its office looks out on the old ferry landing, closed for years.");
        article(
                "bridge",
                "Bridge opens after repairs",
                "The harbour bridge carries traffic again. Lorries crossed first.");
        article(
                "harbour",
                "Fishing returns to the north quay",
                "A bridge of trust, one skipper called it. The harbour was dredged last winter.");
        article("visit", "Erdoğan visits the shipyard", "The president spoke for an hour and left by train.");
        article("letters", "Letters to the editor", "Why did Mr Erdogan's train run late, asks a reader.");
        article("labor", "Labor ministry moves offices", "Staff carried the archive down four floors.");
        article("labour", "Dockers remember", "The labour of three generations built the mole.");
        article("organise", "Neighbours organise a flood watch", "They take turns at the gauge by night.");
        article(
                "waters",
                "Waters rise",
                "Ida Lund, who organized the rescue of two horses, saw the river flooding the lane.");
        article(
                "tunnel",
                "Tunnel closed for a week",
                "Engineers look for the source of the water that came through the roof.");
        article(
                "hill",
                "Walkers return to the hill",
                "The old tunnel is damp. A second tunnel runs beside it, and a third tunnel, they say, below the lake.");
        article("news", "News from the council", "Nothing was decided.");
        article("newman", "Newman wins the regatta", "His new boat was the faster one.");
        names.put(
                archive.anArticle("Lund resigns", "Ida Lund leaves the council.")
                        .naming(lund, "Ida Lund")
                        .on("2024-06-01T08:00:00Z")
                        .store(),
                "resigns");
        names.put(
                archive.anArticle("Lund elected", "Ida Lund joins the council.")
                        .naming(lund, "Ida Lund")
                        .on("2024-01-01T08:00:00Z")
                        .store(),
                "elected");
        assertThat(catchUp.awaitAll(Duration.ofSeconds(120))).isTrue();
    }

    private void article(String name, String headline, String body) {
        names.put(archive.anArticle(headline, body).store(), name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # a headline says what an article is about
                    ferry strike            | ferry bakers strike
                    tunnel                  | tunnel hill
                    erdogan                 | visit letters
                    ERDOĞAN                 | visit letters
                    # words side by side beat words apart
                    harbour bridge          | bridge harbour
                    "ferry strike"          | ferry bakers
                    "strike ferry"~20       | ferry bakers strike
                    # every form of a word, in either spelling
                    flood                   | organise waters
                    organize                | organise waters
                    organised               | organise waters
                    resigned                | resigns
                    neighbor                | organise
                    labour                  | labor labour
                    labor                   | labor labour
                    harbor                  | bridge harbour
                    # a name is not a form of another word
                    newman                  | newman
                    news                    | news
                    new                     | newman
                    headline:strike         | ferry
                    strik*                  | ferry
                    ferri~                  | ferry
                    """)
    void putsTheBestFirst(String query, String expected) {
        assertThat(names(query, Order.RELEVANCE)).as(query).startsWith(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"news, newman", "newman, news", "headline:ferry, bakers", "entity:lund, waters"})
    void leavesOutWhatOnlyLooksAlike(String query, String wrong) {
        assertThat(names(query, Order.RELEVANCE)).isNotEmpty().doesNotContain(wrong);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    entity:lund | true  | resigns elected
                    entity:lund | false | elected resigns
                    """)
    void putsTheNewestOrOldestFirstWhereAsked(String query, boolean newest, String expected) {
        assertThat(names(query, new Order("publishedAt", newest))).containsExactly(expected.split(" "));
    }

    private List<String> names(String query, Order order) {
        return finder
                .find(new Search(
                        Subject.ARTICLES,
                        QueryParser.parse(query).clause(),
                        List.of(),
                        order,
                        20,
                        null,
                        Withheld.NOTHING))
                .ids()
                .stream()
                .map(names::get)
                .toList();
    }
}

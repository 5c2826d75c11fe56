package org.onrecord.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onrecord.api.Caller;
import org.onrecord.api.ResultList.FacetValue;
import org.onrecord.database.ArchiveTest;
import org.onrecord.search.ArchiveFixture;
import org.onrecord.search.indexing.IndexBuild;
import org.onrecord.search.indexing.IndexCatchUp;
import org.onrecord.search.query.Finder;
import org.onrecord.search.query.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** List, total, facets, timeline and who is named together speak of one state, whatever is published meanwhile. */
@SpringBootTest
@ArchiveTest
class OneStateIntegrationTests {

    @Autowired
    private SearchRequests requests;

    @Autowired
    private Finder finder;

    @Autowired
    private Facets facets;

    @Autowired
    private Timelines timelines;

    @Autowired
    private Cooccurrences cooccurrences;

    @Autowired
    private IndexCatchUp catchUp;

    @Autowired
    private IndexBuild build;

    @Autowired
    private JdbcClient jdbc;

    private ArchiveFixture archive;
    private UUID ruiz;
    private UUID kept;
    private UUID taken;

    @BeforeEach
    void twoArticlesOneOfThemTakenAwayUnnoticed(
            @Autowired TransactionTemplate transaction, @Autowired ApplicationEventPublisher events)
            throws InterruptedException {
        // A build that goes on would index what is changed here unnoticed.
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !build.isPartial());
        archive = new ArchiveFixture(jdbc, transaction, events);
        ruiz = archive.entity("PERSON", "Ana Ruiz");
        UUID okoro = archive.entity("PERSON", "Ben Okoro");
        kept = article(okoro);
        taken = article(okoro);
        assertThat(catchUp.awaitAll(Duration.ofSeconds(60))).isTrue();
        become(taken, "WITHDRAWN");
        // Set aside, so that the index keeps what the outbox says it has to lose.
        jdbc.sql("insert into index_outbox (article_id, attempts) values (?, 100)")
                .param(taken)
                .update();
        archive.entity("PERSON", "Whoever wakes the index, which then knows that it has not caught up");
        assertThat(catchUp.awaitAll(Duration.ofSeconds(60))).isTrue();
    }

    private UUID article(UUID other) {
        return archive.anArticle("Heron seen", "“A heron,” said Ana Ruiz to Ben Okoro.")
                .section("Birds")
                .naming(ruiz, "Ana Ruiz")
                .naming(other, "Ben Okoro")
                .quoting(ruiz, "Ana Ruiz", "A heron,")
                .store();
    }

    @AfterEach
    void takeAway() throws InterruptedException {
        jdbc.sql("delete from index_outbox where attempts >= 100").update();
        archive.become(kept, "WITHDRAWN");
        archive.become(taken, "WITHDRAWN");
        assertThat(catchUp.awaitAll(Duration.ofSeconds(60))).isTrue();
    }

    /** No event: nobody tells the index. */
    private void become(UUID article, String status) {
        jdbc.sql("update article set status = ? where id = ?")
                .params(status, article)
                .update();
    }

    @Test
    void everyPartOfAnAnswerIsAboutTheStateThatItBeganWith() {
        Asked before = requests.read(Subject.ARTICLES, about("heron"), Caller.LOCAL);
        assertThat(finder.find(before.search()).ids()).containsExactly(kept);

        become(taken, "PUBLISHED");

        assertCounts(before, 1);
        assertCounts(requests.read(Subject.ARTICLES, about("heron"), Caller.LOCAL), 2);
    }

    @Test
    void quotesToo() {
        Asked before = requests.read(Subject.QUOTES, about("heron"), Caller.LOCAL);
        assertThat(finder.find(before.search()).all().total()).isOne();

        become(taken, "PUBLISHED");

        assertThat(sections(before)).isOne();
        assertThat(timelines.answer(before, about("heron")).count()).isOne();
        Asked after = requests.read(Subject.QUOTES, about("heron"), Caller.LOCAL);
        assertThat(finder.find(after.search()).all().total()).isEqualTo(2);
        assertThat(sections(after)).isEqualTo(2);
    }

    private void assertCounts(Asked asked, int articles) {
        assertThat(finder.find(asked.search()).all().total()).isEqualTo(articles);
        assertThat(sections(asked)).isEqualTo(articles);
        Timeline timeline = timelines.answer(asked, about("heron"));
        assertThat(timeline.count()).isEqualTo(articles);
        assertThat(timeline.total()).isEqualTo(articles);
        assertThat(cooccurrences.of(ruiz.toString(), asked).results())
                .extracting(Cooccurrence::articleCount)
                .containsExactly((long) articles);
    }

    private long sections(Asked asked) {
        Map<String, List<FacetValue>> counted = facets.count(asked.search(), parameters("facet", "section"));
        assertThat(counted).isNotNull();
        return counted.get("section").get(0).count();
    }

    private static MultiValueMap<String, String> about(String words) {
        return parameters("q", words);
    }

    private static MultiValueMap<String, String> parameters(String name, String value) {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add(name, value);
        return parameters;
    }
}

package org.onrecord.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.sort.dsl.SortOrder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onrecord.database.ArchiveTest;
import org.onrecord.search.ArchiveFixture;
import org.onrecord.search.engine.Hit;
import org.onrecord.search.engine.SearchSessions;
import org.onrecord.search.engine.TopHits;
import org.onrecord.search.index.IndexedArticle;
import org.onrecord.search.index.Order;
import org.onrecord.search.indexing.IndexCatchUp;
import org.onrecord.search.language.Clause;
import org.onrecord.search.language.RandomClauses;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds the lists the engine makes by ways of its own against those of Hibernate Search, for many random queries. */
@SpringBootTest
@ArchiveTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopHitsIntegrationTests {

    private static final long SEED = 20_261_123;
    private static final int ARTICLES = 150;
    private static final int QUERIES = 300;
    private static final int EXACT_TOTAL = 5;

    private static final List<String> WORDS = List.of(
            "bridge",
            "bridges",
            "council",
            "ferry",
            "harbour",
            "harvest",
            "ledger",
            "mayor",
            "orchard",
            "quarry",
            "railway",
            "reservoir",
            "said",
            "the",
            "vote");

    private static final List<Order> ORDERS = List.of(
            Order.RELEVANCE,
            new Order("publishedAt", true),
            new Order("publishedAt", false),
            new Order("ingestedAt", true));

    @Autowired
    private TopHits hits;

    @Autowired
    private SearchSessions sessions;

    private final Random random = new Random(SEED);

    @BeforeAll
    void anArchiveThatHasLostSome(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transaction,
            @Autowired ApplicationEventPublisher events,
            @Autowired IndexCatchUp catchUp)
            throws InterruptedException {
        var archive = new ArchiveFixture(jdbc, transaction, events);
        List<UUID> articles = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            // Some at the very same time, so that ids decide.
            articles.add(archive.anArticle(text(3), text(2 + random.nextInt(30)))
                    .on(Instant.parse("2024-05-01T10:00:00Z")
                            .plusSeconds(random.nextInt(ARTICLES / 3))
                            .toString())
                    .store());
            if (i % 40 == 0) {
                assertThat(catchUp.awaitAll(Duration.ofSeconds(60))).isTrue();
            }
        }
        assertThat(catchUp.awaitAll(Duration.ofSeconds(60))).isTrue();
        for (int i = 0; i < ARTICLES; i += 10) {
            archive.delete(articles.get(i));
        }
        assertThat(catchUp.awaitAll(Duration.ofSeconds(60))).isTrue();
    }

    private String text(int words) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            // The first words more often than the last.
            int rank = Math.min(random.nextInt(WORDS.size()), random.nextInt(WORDS.size()));
            text.append(i == 0 ? "" : " ").append(WORDS.get(rank));
        }
        return text.toString();
    }

    @Test
    void listsWhatHibernateSearchLists() {
        var queries = new RandomClauses(random, () -> WORDS.get(random.nextInt(WORDS.size())));
        int beyond = 0;
        for (int round = 0; round < QUERIES; round++) {
            Clause clause = round % 3 == 0 ? new Clause.Word(WORDS.get(round / 3 % WORDS.size())) : queries.next();
            Order order = ORDERS.get(random.nextInt(ORDERS.size()));
            int from = order.isRelevance() ? random.nextInt(3) * 7 : 0;
            int size = 1 + random.nextInt(30);
            String what = "seed %s, round %s: %s %s from %s, %s".formatted(SEED, round, clause, order, from, size);

            var search = new Search(Subject.ARTICLES, clause, List.of(), order, size, null, Withheld.NOTHING);
            Function<SearchPredicateFactory, PredicateFinalStep> predicate =
                    f -> new Predicates(f, Subject.ARTICLES).of(search);
            TopHits.Top top = hits.find(new TopHits.Wanted(
                    IndexedArticle.class, predicate, order, from, size, EXACT_TOTAL, false, Finder.LONGEST));

            assertThat(top.hits().stream().map(TopHitsIntegrationTests::toMilliseconds))
                    .as(what)
                    .containsExactlyElementsOf(expected(predicate, order, from, size));
            long total = count(predicate);
            if (top.exact()) {
                assertThat(top.total()).as(what).isEqualTo(total);
            } else {
                assertThat(total).as(what).isGreaterThan(EXACT_TOTAL);
                assertThat(top.total()).as(what).isBetween((long) EXACT_TOTAL, total);
            }
            beyond += total > EXACT_TOTAL ? 1 : 0;
        }
        assertThat(beyond).as("queries that match more than are counted").isGreaterThan(QUERIES / 4);
    }

    private List<Hit> expected(
            Function<SearchPredicateFactory, PredicateFinalStep> predicate, Order order, int from, int size) {
        return sessions.ask(session -> {
            if (order.isRelevance()) {
                return session.search(IndexedArticle.class)
                        .select(f -> f.composite().from(f.id(UUID.class)).as(id -> new Hit(id, null, null)))
                        .where(predicate::apply)
                        .fetchHits(from, size);
            }
            String field = order.field();
            var direction = order.descending() ? SortOrder.DESC : SortOrder.ASC;
            return session.search(IndexedArticle.class)
                    .select(f -> f.composite()
                            .from(f.id(UUID.class), f.field(field))
                            .as((id, key) -> toMilliseconds(new Hit(id, key, null))))
                    .where(predicate::apply)
                    .sort(f -> f.field(field)
                            .order(direction)
                            .then()
                            .field("idHigh")
                            .order(direction)
                            .then()
                            .field("idLow")
                            .order(direction))
                    .fetchHits(from, size);
        });
    }

    /** What decides about the order, and all that some engines tell. */
    private static Hit toMilliseconds(Hit hit) {
        return hit.key() instanceof Instant time
                ? new Hit(hit.id(), time.truncatedTo(ChronoUnit.MILLIS), hit.summary())
                : hit;
    }

    private long count(Function<SearchPredicateFactory, PredicateFinalStep> predicate) {
        return sessions.ask(session ->
                session.search(IndexedArticle.class).where(predicate::apply).fetchTotalHitCount());
    }
}

package org.onrecord.search.measure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.search.mapper.orm.Search;
import org.junit.jupiter.api.Test;
import org.onrecord.search.engine.SearchSessions;
import org.onrecord.search.index.IndexedArticle;
import org.onrecord.search.index.IndexedQuote;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many articles a second are stored and indexed, one transaction each, by two writers. Prints; run a subclass by its
 * name, with {@code -Dmeasure.articles=3000} for another size.
 */
abstract class OutboxMeasurement {

    private static final int ARTICLES = Integer.getInteger("measure.articles", 3_000);
    private static final int WARM_UP = 500;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private EntityManager entityManager;

    @Autowired
    private SearchSessions sessions;

    /** Notes down, inside the transaction, what is to be indexed. */
    abstract void note(EntityManager entityManager, GeneratedArchive.Written written);

    @Test
    void storesAndIndexes() throws Exception {
        var archive = new GeneratedArchive(jdbc, 1, 5_000);
        ingest(archive, WARM_UP);
        awaitIndexed(WARM_UP);
        long start = System.nanoTime();
        ingest(archive, ARTICLES);
        double stored = seconds(start);
        awaitIndexed(WARM_UP + ARTICLES);
        double indexed = seconds(start);
        System.out.printf(
                "%s: %d articles; stored at %.0f/s, searchable at %.0f/s (%.1f s, %.1f s after the last was stored)%n",
                getClass().getSimpleName(), ARTICLES, ARTICLES / stored, ARTICLES / indexed, indexed, indexed - stored);
        assertThat(count(IndexedQuote.class)).isEqualTo(4L * (WARM_UP + ARTICLES));
    }

    private void ingest(GeneratedArchive archive, int articles) throws Exception {
        var left = new AtomicInteger(articles);
        var writers = Executors.newFixedThreadPool(2);
        var done = List.of(writers.submit(() -> write(archive, left)), writers.submit(() -> write(archive, left)));
        for (var each : done) {
            each.get();
        }
        writers.shutdown();
    }

    private void write(GeneratedArchive archive, AtomicInteger left) {
        while (left.getAndDecrement() > 0) {
            transaction.executeWithoutResult(status -> {
                List<GeneratedArchive.Written> written;
                synchronized (archive) {
                    written = archive.write(1);
                }
                note(entityManager, written.get(0));
            });
        }
    }

    private void awaitIndexed(int articles) throws InterruptedException {
        while (count(IndexedArticle.class) < articles || count(IndexedQuote.class) < 4L * articles) {
            Thread.sleep(20);
        }
    }

    private long count(Class<?> type) {
        return sessions.ask(
                session -> session.search(type).where(f -> f.matchAll()).fetchTotalHitCount());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** The way of Hibernate Search's own outbox: an event for each document. */
    static void eventForEach(EntityManager entityManager, GeneratedArchive.Written written) {
        var plan = Search.session(entityManager).indexingPlan();
        plan.addOrUpdate(entityManager.getReference(IndexedArticle.class, written.article()));
        written.quotes().forEach(quote -> plan.addOrUpdate(entityManager.getReference(IndexedQuote.class, quote)));
    }
}

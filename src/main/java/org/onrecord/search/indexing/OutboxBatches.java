package org.onrecord.search.indexing;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.kernel.WriteGate;
import org.onrecord.search.engine.IndexEngine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes rows from the outbox and indexes what they name. A row stays in the outbox until a crash can no longer take from
 * the index what it stands for: with Lucene, until the index was flushed. Used by one thread; others may ask which rows
 * searches see.
 */
@Component
class OutboxBatches {

    /** Rows taken at once: enough to share their queries, few enough to be searchable soon. */
    private static final int BATCH = 200;

    /** Entities whose prominence is indexed at once: few, because nobody waits for them, and a write may come in. */
    private static final int RANKED = 20;

    /**
     * How long rows wait for a flush. Each flush takes some tenths of a second on a busy disk, so a flush after every
     * batch would delay the batches behind it.
     */
    private static final Duration FLUSHED_AFTER = Duration.ofSeconds(1);

    /** Tries before a row is set aside. It stays in the outbox with the reason. */
    static final int ATTEMPTS = 5;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final IndexingLock lock;
    private final Indexer indexer;
    private final IndexBuild build;
    private final EntityRenames renames;
    private final UnindexedNames unindexedNames;
    private final IndexEngine engine;
    private final Prominence prominence = new Prominence();

    /** Ids of rows that are indexed but not flushed. */
    private final Set<Long> unflushed = ConcurrentHashMap.newKeySet();

    private long unflushedSince = System.nanoTime();

    OutboxBatches(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            IndexingLock lock,
            Indexer indexer,
            IndexBuild build,
            EntityRenames renames,
            UnindexedNames unindexedNames,
            IndexEngine engine) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setName(WriteGate.UNGATED);
        this.lock = lock;
        this.indexer = indexer;
        this.build = build;
        this.renames = renames;
        this.unindexedNames = unindexedNames;
        this.engine = engine;
    }

    /** Indexes the next batch in one transaction; returns how many rows it had. Where another process indexes, none. */
    int indexNext() {
        return index(this::due);
    }

    /** The same for one row. */
    int index(Row row) {
        return index(() -> List.of(row));
    }

    private int index(Supplier<List<Row>> rows) {
        List<Row> done = transaction.execute(status -> lock.tryTake() ? indexed(rows.get()) : List.of());
        if (done == null || done.isEmpty()) {
            return 0;
        }
        if (!engine.isDurableAtOnce()) {
            if (unflushed.isEmpty()) {
                unflushedSince = System.nanoTime();
            }
            done.forEach(row -> unflushed.add(row.id()));
        }
        return done.size();
    }

    /** The next batch. */
    List<Row> due() {
        return jdbc.sql("""
                        select id, article_id, entity_id from index_outbox
                        where attempts < :attempts and id <> all (:unflushed)
                        order by attempts, urgency, id limit :batch
                        """)
                .param("attempts", ATTEMPTS)
                .param("unflushed", unflushed())
                .param("batch", BATCH)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getObject("article_id", UUID.class),
                        row.getObject("entity_id", UUID.class)))
                .list();
    }

    private List<Row> indexed(List<Row> rows) {
        if (!rows.isEmpty()) {
            Set<UUID> articles = distinct(rows, Row::articleId);
            Set<UUID> entities = distinct(rows, Row::entityId);
            entities.addAll(unindexedNames.printedIn(articles));
            renames.note(entities);
            prominence.count(indexer.namedIn(articles));
            indexer.index(entities, articles);
            if (engine.isDurableAtOnce()) {
                delete(rows.stream().map(Row::id).toArray(Long[]::new));
            }
        }
        return rows;
    }

    private static Set<UUID> distinct(List<Row> rows, Function<Row, @Nullable UUID> subject) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (Row row : rows) {
            UUID id = subject.apply(row);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** Indexes a few entities whose prominence has changed; returns whether there were any. */
    boolean indexProminence() {
        Set<UUID> due = prominence.due(RANKED);
        if (!due.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                if (lock.tryTake()) {
                    indexer.index(due, List.of());
                }
            });
        }
        return !due.isEmpty();
    }

    /** Fails if nothing can be indexed at all because the index or the database does not answer. */
    void probe() {
        indexer.probe();
        jdbc.sql("select 1").query(Integer.class).single();
    }

    /** Counts a failed try of a row. */
    void note(Row row, RuntimeException failure) {
        jdbc.sql("update index_outbox set attempts = attempts + 1, failure = left(:failure, 500) where id = :id")
                .param("failure", String.valueOf(failure.getMessage()))
                .param("id", row.id())
                .update();
    }

    /** Whether searches see everything the outbox names. Rows set aside count: searches may see what they take away. */
    boolean isNothingUnseen() {
        return jdbc.sql("select not exists (select from index_outbox where id <> all (:unflushed))")
                .param("unflushed", unflushed())
                .query(Boolean.class)
                .single();
    }

    /** The rows that searches see although they are still in the outbox. */
    Long[] unflushed() {
        return unflushed.toArray(Long[]::new);
    }

    /** Flushes the index and deletes the rows that waited for it, if one has waited long enough; returns whether it did. */
    boolean flushIfDue() {
        if (unflushed.isEmpty() || System.nanoTime() - unflushedSince < FLUSHED_AFTER.toNanos()) {
            return false;
        }
        Long[] rows = unflushed();
        indexer.flush();
        transaction.executeWithoutResult(status -> {
            build.noteFlush(rows[0]);
            delete(rows);
        });
        unflushed.removeAll(List.of(rows));
        return true;
    }

    private void delete(Long[] rows) {
        jdbc.sql("delete from index_outbox where id = any (:ids)")
                .param("ids", rows)
                .update();
    }

    /** The index may have lost what was not flushed. All of it is still in the outbox and is indexed again. */
    void goBack() {
        unflushed.clear();
    }

    /** A row of the outbox: an article or an entity to index. */
    record Row(long id, @Nullable UUID articleId, @Nullable UUID entityId) {}
}

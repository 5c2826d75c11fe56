package org.onrecord.search.indexing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.kernel.WriteGate;
import org.onrecord.search.engine.IndexDoubts;
import org.onrecord.search.engine.IndexEngine;
import org.onrecord.search.engine.IndexFailure;
import org.onrecord.search.index.IndexedArticle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds the index anew from the database if it is missing, was made by another version, or does not hold what it
 * should. It works in small steps between the batches of the outbox, and after a restart continues where it stopped.
 * Searches are answered meanwhile from what is already indexed. While the archive runs the index is checked again from
 * time to time, because it may be lost or changed by others. Where several processes share an index, one builds it and
 * the others wait.
 */
@Component
public class IndexBuild {

    private static final Logger log = LoggerFactory.getLogger(IndexBuild.class);

    /** To be changed with every change of what is indexed or how. An index of another format is built anew. */
    public static final String FORMAT = "8";

    /** Articles indexed in one step: enough to share its queries, few enough that new articles do not wait long. */
    private static final int ARTICLES = 500;

    private static final int ENTITIES = 2_000;

    /** Documents read from the database at once, while those read before are indexed. */
    private static final int READ = 100;

    /** How often the index is flushed, so that a restart continues from there. Each flush leaves a segment to be merged. */
    private static final Duration CHECKPOINT = Duration.ofSeconds(20);

    private static final UUID START = new UUID(0, 0);

    private static final String NEXT_ENTITIES = """
            select id from named_entity e
            where id > :after and not exists (select from index_outbox where entity_id = e.id and attempts > 0)
            order by id limit :batch
            """;

    private static final String NEXT_ARTICLES = """
            select id from article a
            where id > :after and not exists (select from index_outbox where article_id = a.id and attempts > 0)
            order by id limit :batch
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final IndexingLock lock;
    private final Indexer indexer;
    private final EntityRenames renames;
    private final IndexComparison comparison;
    private final FlushMarker flushMarker;
    private final BuildRecord buildRecord;
    private final IndexEngine engine;
    private final IndexDoubts doubts;
    private volatile Phase phase = Phase.UNCHECKED;
    private UUID builtUpTo = START;
    private long flushedAt = System.nanoTime();
    private volatile long nextCheck = System.nanoTime();

    /** How many doubts there were when the index was last checked. */
    private volatile long doubtsChecked;

    IndexBuild(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            IndexingLock lock,
            Indexer indexer,
            EntityRenames renames,
            IndexComparison comparison,
            FlushMarker flushMarker,
            BuildRecord buildRecord,
            IndexEngine engine,
            IndexDoubts doubts) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setName(WriteGate.UNGATED);
        this.lock = lock;
        this.indexer = indexer;
        this.renames = renames;
        this.comparison = comparison;
        this.flushMarker = flushMarker;
        this.buildRecord = buildRecord;
        this.engine = engine;
        this.doubts = doubts;
    }

    /** Whether the index may still lack part of the archive. */
    public boolean isPartial() {
        return isBuilding() || phase == Phase.INTERRUPTED || phase == Phase.ELSEWHERE || isDoubted();
    }

    /** Whether the index held the whole archive when it was last checked. */
    boolean isComplete() {
        return phase == Phase.COMPLETE && !isDoubted();
    }

    private boolean isDoubted() {
        return doubts.count() != doubtsChecked;
    }

    /** Something about the index was not as it should be: it is checked, every byte, before anything else is done. */
    public void suspect() {
        doubts.raise();
    }

    /** The index may have lost what was not flushed: continues from the last flush. */
    void goBack() {
        if (isBuilding() && !engine.isDurableAtOnce()) {
            phase = Phase.INTERRUPTED;
        }
        nextCheck = System.nanoTime();
    }

    /** Whether the index is to be checked before anything is written to it. */
    boolean isDue() {
        return !isBuilding() && (isDoubted() || System.nanoTime() - nextCheck >= 0);
    }

    private boolean isBuilding() {
        return phase == Phase.ENTITIES || phase == Phase.ARTICLES;
    }

    /** Builds the next step, or checks whether the index must be built; returns false if neither was due. */
    boolean step() {
        if (!isBuilding() && !isDue()) {
            return false;
        }
        long doubtsSeen = doubts.count();
        // Outside of the transaction, since reading a large index takes longer than one may be idle.
        String damage = isBuilding() ? null : engine.damage(isDoubted());
        Boolean stepped;
        try {
            stepped = transaction.execute(status -> {
                if (!lock.tryTake()) {
                    return false;
                }
                switch (phase) {
                    case UNCHECKED, INTERRUPTED, ELSEWHERE, COMPLETE -> {
                        check(damage);
                        doubtsChecked = doubtsSeen;
                    }
                    case ENTITIES -> buildEntities();
                    case ARTICLES -> buildArticles();
                }
                return true;
            });
        } catch (RuntimeException failure) {
            if (isBuilding()) {
                leaveToOutbox(failure);
            }
            throw failure;
        }
        return Boolean.TRUE.equals(stepped);
    }

    /**
     * The documents of the failed step are put into the outbox, where each is tried by itself, and the build goes on
     * without them. Fails if nothing can be indexed at all: then none of them is to blame.
     */
    private void leaveToOutbox(RuntimeException failure) {
        indexer.probe();
        List<UUID> ids = next();
        log.warn("{} of what is built cannot be indexed together and will be one by one", ids.size(), failure);
        String subject = phase == Phase.ENTITIES ? "entity_id" : "article_id";
        jdbc.sql("insert into index_outbox (" + subject + ", urgency, attempts, failure)"
                        + " select built.id, 1, 1, left(:failure, 500) from unnest(:ids) as built (id)"
                        + " where not exists (select from index_outbox o where o." + subject + " = built.id)")
                .param("failure", IndexFailure.reason(failure))
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** @param damage of the index's files; null for none */
    private void check(@Nullable String damage) {
        String fault = damage == null ? indexer.schemaFault() : damage;
        Optional<BuildRecord.Stored> stored = buildRecord.read();
        boolean asFlushed =
                flushMarker.agrees(stored.map(BuildRecord.Stored::lastFlush).orElse(null));
        boolean begun = fault == null
                && asFlushed
                && stored.isPresent()
                && !stored.get().completed();
        if (begun && engine.isShared() && !stored.get().isAbandoned()) {
            phase = Phase.ELSEWHERE;
            checkAgainAfter(Duration.ofSeconds(1));
        } else if (begun && !stored.get().builtUpTo().equals(START) && indexer.count(IndexedArticle.class) > 0) {
            builtUpTo = stored.get().builtUpTo();
            phase = Phase.ARTICLES;
            log.info("Going on building the search index after article {}", builtUpTo);
        } else {
            long started = System.nanoTime();
            compare(fault, stored.isPresent() && stored.get().completed(), asFlushed);
            checkAgainAfter(IndexComparison.pause(Duration.ofNanos(System.nanoTime() - started)));
        }
    }

    private void compare(@Nullable String fault, boolean completed, boolean asFlushed) {
        String difference = fault;
        if (fault == null && !completed) {
            difference = "it was never completed in this form";
        } else if (fault == null) {
            difference = asFlushed ? comparison.difference() : "it is not as it was last written";
        }
        if (difference == null) {
            phase = Phase.COMPLETE;
        } else {
            log.atLevel(isDoubted() ? Level.WARN : Level.INFO)
                    .log("Building the search index ({}) from the archive: {}", engine.label(), difference);
            if (fault == null) {
                indexer.purge();
            } else {
                indexer.makeSchema();
            }
            if (phase != Phase.INTERRUPTED) {
                // This index may accept what the one before did not.
                jdbc.sql("update index_outbox set attempts = 0, failure = null where attempts > 0")
                        .update();
            }
            builtUpTo = START;
            phase = Phase.ENTITIES;
            note(START, false);
        }
    }

    private void checkAgainAfter(Duration pause) {
        nextCheck = System.nanoTime() + pause.toNanos();
    }

    private void buildEntities() {
        List<UUID> ids = next();
        if (ids.isEmpty()) {
            builtUpTo = START;
            phase = Phase.ARTICLES;
        } else {
            renames.note(ids);
            handIn(ids, indexer::handInEntities);
        }
        note(START, false);
    }

    private void buildArticles() {
        List<UUID> ids = next();
        if (ids.isEmpty()) {
            indexer.flush();
            indexer.refresh();
            note(builtUpTo, true);
            phase = Phase.COMPLETE;
            log.info("The search index is complete: {} articles", indexer.count(IndexedArticle.class));
        } else {
            handIn(ids, indexer::handInArticles);
            if (System.nanoTime() - flushedAt >= CHECKPOINT.toNanos()) {
                indexer.flush();
                note(builtUpTo, false);
                flushedAt = System.nanoTime();
            }
        }
    }

    /** Reads documents from the database while those read before are indexed; returns when all are indexed. */
    private void handIn(List<UUID> ids, Function<List<UUID>, PendingIndexing> toIndex) {
        PendingIndexing before = PendingIndexing.NOTHING;
        for (int start = 0; start < ids.size(); start += READ) {
            PendingIndexing next = toIndex.apply(ids.subList(start, Math.min(start + READ, ids.size())));
            before.await();
            before = next;
        }
        before.await();
        builtUpTo = ids.get(ids.size() - 1);
    }

    private List<UUID> next() {
        boolean entities = phase == Phase.ENTITIES;
        return jdbc.sql(entities ? NEXT_ENTITIES : NEXT_ARTICLES)
                .param("after", builtUpTo)
                .param("batch", entities ? ENTITIES : ARTICLES)
                .query(UUID.class)
                .list();
    }

    /**
     * Records that the index was flushed.
     *
     * @param row of the outbox, one of those about to be deleted
     */
    void noteFlush(long row) {
        buildRecord.noteFlush(flushMarker.next(row));
    }

    private void note(UUID upTo, boolean completed) {
        buildRecord.write(upTo, completed, flushMarker.next(null));
    }

    private enum Phase {
        UNCHECKED,
        ENTITIES,
        ARTICLES,
        /** It may have lost some of what was built; to be checked. */
        INTERRUPTED,
        /** Another process builds. */
        ELSEWHERE,
        COMPLETE
    }
}

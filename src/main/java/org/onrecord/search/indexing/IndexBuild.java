package org.onrecord.search.indexing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.engine.IndexEngine;
import org.onrecord.search.engine.IndexFailure;
import org.onrecord.search.index.IndexedArticle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds the index anew from the archive where it is missing, was made by another version, or does not hold as much as
 * it should: in small steps between those of the outbox, going on where it stopped when the process is restarted. What
 * could not be indexed before is left to the outbox. Searches are answered meanwhile, from what is there. Looks again
 * from time to time, for what holds the index may lose it while the archive runs. Of several processes on one index one
 * builds and the others wait for it.
 */
@Component
public class IndexBuild {

    private static final Logger log = LoggerFactory.getLogger(IndexBuild.class);

    /** Changes with every change of what is indexed or how; an index of another format is built anew. */
    public static final String FORMAT = "7";

    /** Articles built in one step: enough to share its queries, few enough that fresh ones do not wait for them. */
    private static final int ARTICLES = 500;

    private static final int ENTITIES = 2_000;

    /** Of these so many are handed in at once, while those before them are indexed. */
    private static final int PART = 100;

    /** How often what was built is written down, for a restart to go on from there; each time makes a part to be merged. */
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

    /** A process that has not written down what it built for so long is gone; longer than {@link #CHECKPOINT}. */
    private static final Duration ABANDONED = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Indexer indexer;
    private final EntityRenames renames;
    private final IndexComparison comparison;
    private final FlushMarker lastFlush;
    private final IndexEngine engine;
    private final String format;
    private volatile Phase phase = Phase.UNCHECKED;
    private UUID builtUpTo = START;
    private long writtenDown = System.nanoTime();
    private volatile long nextCheck = System.nanoTime();

    IndexBuild(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Indexer indexer,
            EntityRenames renames,
            IndexComparison comparison,
            FlushMarker lastFlush,
            IndexEngine engine) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.indexer = indexer;
        this.renames = renames;
        this.comparison = comparison;
        this.lastFlush = lastFlush;
        this.engine = engine;
        this.format = FORMAT + " " + engine.label();
    }

    /** Whether the index may still lack part of the archive. */
    public boolean isPartial() {
        return isBuilding() || phase == Phase.INTERRUPTED || phase == Phase.ELSEWHERE;
    }

    /** Whether the index was found to hold the whole archive, when last looked at. */
    boolean isComplete() {
        return phase == Phase.COMPLETE;
    }

    /** Something about the index was not as it should be: looks at it before anything else is done. */
    public void suspect() {
        nextCheck = System.nanoTime();
    }

    /** The index may have lost what was not written down: goes on from where it last was. */
    void goBack() {
        if (isBuilding() && !engine.isDurableAtOnce()) {
            phase = Phase.INTERRUPTED;
        }
        suspect();
    }

    /** Whether the index is to be looked at before anything is written to it. */
    boolean isDue() {
        return !isBuilding() && System.nanoTime() - nextCheck >= 0;
    }

    private boolean isBuilding() {
        return phase == Phase.ENTITIES || phase == Phase.ARTICLES;
    }

    /** Builds a little further, or looks whether there is something to build; returns whether it did either. */
    boolean step(BooleanSupplier locked) {
        if (!isBuilding() && !isDue()) {
            return false;
        }
        Boolean stepped;
        try {
            stepped = transaction.execute(status -> {
                if (!locked.getAsBoolean()) {
                    return false;
                }
                switch (phase) {
                    case UNCHECKED, INTERRUPTED, ELSEWHERE, COMPLETE -> check();
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
     * Where the index takes others, one of those handed in is to blame. All of them wait in the outbox from now on, where
     * each is tried by itself, and the build goes on without them. Fails where nothing can be indexed at all.
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

    private record Stored(
            UUID builtUpTo,
            boolean completed,
            Instant changedAt,
            @Nullable UUID lastFlush) {}

    private void check() {
        String fault = indexer.schemaFault();
        var stored = jdbc.sql("""
                        select built_up_to, completed, changed_at, last_flush from index_build where format = :format
                        """)
                .param("format", format)
                .query((row, number) -> new Stored(
                        row.getObject("built_up_to", UUID.class),
                        row.getBoolean("completed"),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getObject("last_flush", UUID.class)))
                .optional();
        boolean asWritten = lastFlush.agrees(stored.map(Stored::lastFlush).orElse(null));
        boolean begun = fault == null
                && asWritten
                && stored.isPresent()
                && !stored.get().completed();
        if (begun && engine.isShared() && !isAbandoned(stored.get())) {
            phase = Phase.ELSEWHERE;
            checkAgainAfter(Duration.ofSeconds(1));
        } else if (begun && !stored.get().builtUpTo().equals(START) && indexer.count(IndexedArticle.class) > 0) {
            builtUpTo = stored.get().builtUpTo();
            phase = Phase.ARTICLES;
            log.info("Going on building the search index after article {}", builtUpTo);
        } else {
            long started = System.nanoTime();
            compare(fault, stored.isPresent() && stored.get().completed(), asWritten);
            checkAgainAfter(IndexComparison.pause(Duration.ofNanos(System.nanoTime() - started)));
        }
    }

    private boolean isAbandoned(Stored build) {
        Instant now = jdbc.sql("select now()")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
        return build.changedAt().plus(ABANDONED).isBefore(now);
    }

    private void compare(@Nullable String fault, boolean completed, boolean asWritten) {
        String difference = fault;
        if (fault == null && !completed) {
            difference = "it was never completed in this form";
        } else if (fault == null) {
            difference = asWritten ? comparison.difference() : "it is not as it was last written";
        }
        if (difference == null) {
            phase = Phase.COMPLETE;
        } else {
            log.info("Building the search index ({}) from the archive: {}", engine.label(), difference);
            if (fault == null) {
                indexer.purge();
            } else {
                indexer.makeSchema();
            }
            if (phase != Phase.INTERRUPTED) {
                // What was set aside may be to the liking of this index.
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
            if (System.nanoTime() - writtenDown >= CHECKPOINT.toNanos()) {
                indexer.flush();
                note(builtUpTo, false);
                writtenDown = System.nanoTime();
            }
        }
    }

    /** Reads each part from the database while the one before it is indexed; returns when all are. */
    private void handIn(List<UUID> ids, Function<List<UUID>, PendingIndexing> toIndex) {
        PendingIndexing before = PendingIndexing.NOTHING;
        for (int start = 0; start < ids.size(); start += PART) {
            PendingIndexing part = toIndex.apply(ids.subList(start, Math.min(start + PART, ids.size())));
            before.await();
            before = part;
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
     * Notes down that what was indexed was flushed.
     *
     * @param row of the outbox, one of those about to be deleted
     */
    void noteFlush(long row) {
        jdbc.sql("update index_build set last_flush = :flush where format = :format")
                .param("flush", lastFlush.next(row))
                .param("format", format)
                .update();
    }

    /** Whatever else was built for this archive is out of date from now on. */
    private void note(UUID upTo, boolean completed) {
        jdbc.sql("delete from index_build where format <> :format")
                .param("format", format)
                .update();
        jdbc.sql("""
                        insert into index_build (format, built_up_to, completed, changed_at, last_flush)
                        values (:format, :builtUpTo, :completed, now(), :flush)
                        on conflict (format) do update
                        set built_up_to = excluded.built_up_to, completed = excluded.completed,
                            changed_at = excluded.changed_at, last_flush = excluded.last_flush
                        """)
                .param("format", format)
                .param("builtUpTo", upTo)
                .param("completed", completed)
                .param("flush", lastFlush.next(null))
                .update();
    }

    private enum Phase {
        UNCHECKED,
        ENTITIES,
        ARTICLES,
        /** How much of what was built is left is to be seen. */
        INTERRUPTED,
        /** Another process builds. */
        ELSEWHERE,
        COMPLETE
    }
}

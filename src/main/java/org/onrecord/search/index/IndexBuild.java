package org.onrecord.search.index;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds the index anew from the archive where it is missing, was made by another version, or does not hold as much as
 * it should: in small steps between those of the outbox, going on where it stopped when the process is restarted.
 * Searches are answered meanwhile, from what is there. Looks again from time to time, for what holds the index may lose
 * it while the archive runs. Of several processes on one index one builds and the others wait for it.
 */
@Component
public class IndexBuild {

    private static final Logger log = LoggerFactory.getLogger(IndexBuild.class);

    /** Changes with every change of what is indexed or how; an index of another format is built anew. */
    static final String FORMAT = "2";

    /** Articles built at once: enough to share a write to disk, few enough that fresh ones do not wait for them. */
    private static final int ARTICLES = 500;

    private static final int ENTITIES = 2_000;

    /** Of these so many are handed in at once, while those before them are indexed. */
    private static final int PART = 100;

    /** How often what was built is written down, for a restart to go on from there. */
    private static final Duration CHECKPOINT = Duration.ofSeconds(10);

    private static final UUID START = new UUID(0, 0);

    /** A process that has not built any further for so long is gone. */
    private static final Duration ABANDONED = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Indexer indexer;
    private final EntityRenames renames;
    private final IndexComparison comparison;
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
            IndexEngine engine) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.indexer = indexer;
        this.renames = renames;
        this.comparison = comparison;
        this.engine = engine;
        this.format = FORMAT + " " + engine.label();
    }

    /** Whether the index may still lack part of the archive. */
    public boolean isPartial() {
        return isBuilding() || phase == Phase.INTERRUPTED || phase == Phase.ELSEWHERE;
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
        Boolean stepped = transaction.execute(status -> {
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
        return Boolean.TRUE.equals(stepped);
    }

    private record Stored(UUID builtUpTo, boolean completed, Instant changedAt) {}

    private void check() {
        String fault = indexer.schemaFault();
        var stored = jdbc.sql("select built_up_to, completed, changed_at from index_build where format = :format")
                .param("format", format)
                .query((row, number) -> new Stored(
                        row.getObject("built_up_to", UUID.class),
                        row.getBoolean("completed"),
                        row.getTimestamp("changed_at").toInstant()))
                .optional();
        boolean begun = fault == null && stored.isPresent() && !stored.get().completed();
        if (begun && engine.isShared() && !isAbandoned(stored.get())) {
            phase = Phase.ELSEWHERE;
            checkAgainAfter(Duration.ofSeconds(1));
        } else if (begun && !stored.get().builtUpTo().equals(START) && indexer.count(IndexedArticle.class) > 0) {
            builtUpTo = stored.get().builtUpTo();
            phase = Phase.ARTICLES;
            log.info("Going on building the search index after article {}", builtUpTo);
        } else {
            long started = System.nanoTime();
            compare(fault, stored.isPresent() && stored.get().completed());
            checkAgainAfter(IndexComparison.pause(Duration.ofNanos(System.nanoTime() - started)));
        }
    }

    private boolean isAbandoned(Stored build) {
        Instant now = jdbc.sql("select now()")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
        return build.changedAt().plus(ABANDONED).isBefore(now);
    }

    private void compare(@Nullable String fault, boolean completed) {
        String difference = fault;
        if (fault == null) {
            difference = completed ? comparison.difference() : "it was never completed in this form";
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
            builtUpTo = START;
            phase = Phase.ENTITIES;
            note(START, false);
        }
    }

    private void checkAgainAfter(Duration pause) {
        nextCheck = System.nanoTime() + pause.toNanos();
    }

    private void buildEntities() {
        List<UUID> ids = after("select id from named_entity where id > :after order by id limit :batch", ENTITIES);
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
        List<UUID> ids = after("select id from article where id > :after order by id limit :batch", ARTICLES);
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
    private void handIn(List<UUID> ids, Function<List<UUID>, Handover> toIndex) {
        Handover before = Handover.NOTHING;
        for (int start = 0; start < ids.size(); start += PART) {
            Handover part = toIndex.apply(ids.subList(start, Math.min(start + PART, ids.size())));
            before.await();
            before = part;
        }
        before.await();
        builtUpTo = ids.get(ids.size() - 1);
    }

    private List<UUID> after(String sql, int batch) {
        return jdbc.sql(sql)
                .param("after", builtUpTo)
                .param("batch", batch)
                .query(UUID.class)
                .list();
    }

    /** Whatever else was built for this archive is out of date from now on. */
    private void note(UUID upTo, boolean completed) {
        jdbc.sql("delete from index_build where format <> :format")
                .param("format", format)
                .update();
        jdbc.sql("""
                        insert into index_build (format, built_up_to, completed, changed_at)
                        values (:format, :builtUpTo, :completed, now())
                        on conflict (format) do update
                        set built_up_to = excluded.built_up_to, completed = excluded.completed,
                            changed_at = excluded.changed_at
                        """)
                .param("format", format)
                .param("builtUpTo", upTo)
                .param("completed", completed)
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

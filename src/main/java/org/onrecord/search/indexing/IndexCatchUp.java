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
import org.onrecord.search.engine.IndexEngine;
import org.onrecord.search.engine.IndexFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the index up with the outbox: one thread, woken by every commit that leaves something there, takes what has
 * come together since and indexes it in one go. Of several processes on one database one indexes at a time, so an older
 * state of an article can never overwrite a newer one.
 */
@Component
public class IndexCatchUp implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexCatchUp.class);

    /** Rows taken at once: enough to share their queries, few enough to be searchable at once. */
    private static final int BATCH = 200;

    /** Entities ranked anew at once, for which nobody waits: few, as somebody may come meanwhile who does. */
    private static final int RANKED = 20;

    /** How often what other processes left in the outbox is looked for. */
    private static final Duration IDLE = Duration.ofMillis(500);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /**
     * How long searches see something that a crash would take from the index. Writing down every batch would keep those
     * behind it waiting.
     */
    private static final Duration FLUSHED_AFTER = Duration.ofSeconds(1);

    /** Tries before a row is set aside; it stays in the outbox with the reason. */
    static final int ATTEMPTS = 5;

    /** Names the advisory lock that keeps indexing to one process; any number that nothing else uses. */
    public static final long LOCK = 0x4f6e5265636f7264L;

    /** Before the web server starts and after it stops, so that no request ever waits for an index that nobody writes. */
    static final int PHASE = DEFAULT_PHASE - 4_096;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final IndexClaim claim;
    private final Indexer indexer;
    private final IndexBuild build;
    private final IndexingSignal bell;
    private final EntityRenames renames;
    private final OutletNames outletNames;
    private final IndexEngine engine;
    private final Prominence prominence = new Prominence();
    private final Object progress = new Object();

    /** Rows of the outbox that searches see; they stay in it until no crash could take them from the index. */
    private final Set<Long> seen = ConcurrentHashMap.newKeySet();

    private long seenSince = System.nanoTime();

    /** Rings of the bell after all of which the outbox held nothing that searches did not see. */
    private volatile long caughtUpWith = -1;

    private @Nullable Thread thread;
    private volatile boolean running;
    private Duration pause = Duration.ZERO;

    IndexCatchUp(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            IndexClaim claim,
            Indexer indexer,
            IndexBuild build,
            IndexingSignal bell,
            EntityRenames renames,
            OutletNames outletNames,
            IndexEngine engine) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.claim = claim;
        this.indexer = indexer;
        this.build = build;
        this.bell = bell;
        this.renames = renames;
        this.outletNames = outletNames;
        this.engine = engine;
    }

    /**
     * Whether searches see all that was committed, as far as that can be told without asking the database: only where no
     * other process writes.
     */
    public boolean isCaughtUp() {
        return caughtUpWith == bell.rings();
    }

    /** Whether besides the index is known to hold the whole archive, so that what it keeps need not be asked of the database. */
    public boolean isCurrent() {
        return isCaughtUp() && build.isComplete();
    }

    /**
     * Waits until searches see everything about an article that was committed before.
     *
     * @return whether they do; false when the time ran out
     */
    public boolean await(UUID articleId, Duration most) throws InterruptedException {
        return await("article_id = :id", articleId, most);
    }

    /** The same for a named entity. */
    public boolean awaitEntity(UUID entityId, Duration most) throws InterruptedException {
        return await("entity_id = :id", entityId, most);
    }

    /** Waits until searches see what the request being handled has committed; false when the time ran out. */
    public boolean awaitRequest(Duration most) throws InterruptedException {
        List<Long> rows = RequestWrites.all();
        return rows.isEmpty() || await("id = any (:id)", rows.toArray(Long[]::new), most);
    }

    /** Waits until searches see everything that was committed before; false when the time ran out. */
    public boolean awaitAll(Duration most) throws InterruptedException {
        long last = jdbc.sql("select coalesce(max(id), 0) from index_outbox")
                .query(Long.class)
                .single();
        return await("id <= :id", last, most);
    }

    /** Rows set aside after too many tries are nothing to wait for. */
    private boolean await(String pending, Object id, Duration most) throws InterruptedException {
        String sql = "select exists (select from index_outbox"
                + " where attempts < :attempts and id <> all (:seen) and " + pending + ")";
        long deadline = System.nanoTime() + most.toNanos();
        bell.ring();
        while (true) {
            synchronized (progress) {
                if (!jdbc.sql(sql)
                        .param("id", id)
                        .param("attempts", ATTEMPTS)
                        .param("seen", seenRows())
                        .query(Boolean.class)
                        .single()) {
                    return true;
                }
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                progress.wait(Math.min(left, 100));
            }
        }
    }

    private void work() {
        while (running) {
            try {
                step();
            } catch (InterruptedException stopped) {
                return;
            } catch (IndexClaimed lost) {
                running = false;
            } catch (RuntimeException failure) {
                tell(failure);
                goBack();
                rest();
            }
        }
    }

    /** Once, however long it lasts: what is not indexed stays in the outbox, and nothing is lost. */
    private void tell(RuntimeException failure) {
        if (pause.isZero()) {
            log.warn(
                    "The index cannot be written for now, which is tried again until it can: {}",
                    IndexFailure.reason(failure));
        }
        log.debug("The index cannot be written", failure);
        pause = lengthened();
    }

    /**
     * After a failure the index may lack whatever was not written down; all of it is still in the outbox. Where another
     * archive worked meanwhile, what outlets are called may have changed too.
     */
    private void goBack() {
        caughtUpWith = -1;
        seen.clear();
        build.goBack();
        outletNames.forget();
    }

    private void step() throws InterruptedException {
        if (!claim.hold()) {
            // Another archive may have worked on the database meanwhile.
            goBack();
        }
        if (build.isDue()) {
            build.step(this::locked);
        }
        long rings = bell.rings();
        int done = catchUp();
        if (!pause.isZero()) {
            log.info("The index is written again");
        }
        pause = Duration.ZERO;
        if (done > 0) {
            synchronized (progress) {
                progress.notifyAll();
            }
        } else if (!engine.isShared() && caughtUpWith != rings && isNothingUnseen()) {
            caughtUpWith = rings;
        }
        if (!seen.isEmpty() && System.nanoTime() - seenSince >= FLUSHED_AFTER.toNanos()) {
            flush();
        } else if (done == 0 && !build.step(this::locked) && !indexedProminence()) {
            bell.await(IDLE);
        }
    }

    /** Whether there were entities to rank anew; done when nobody waits for anything else. */
    private boolean indexedProminence() {
        Set<UUID> due = prominence.due(RANKED);
        if (!due.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                if (locked()) {
                    indexer.index(due, List.of());
                }
            });
        }
        return !due.isEmpty();
    }

    /** Rows set aside count too: searches may still see what they take away. */
    private boolean isNothingUnseen() {
        return jdbc.sql("select not exists (select from index_outbox where id <> all (:seen))")
                .param("seen", seenRows())
                .query(Boolean.class)
                .single();
    }

    private Long[] seenRows() {
        return seen.toArray(Long[]::new);
    }

    private void flush() {
        Long[] rows = seenRows();
        indexer.flush();
        transaction.executeWithoutResult(status -> {
            build.noteFlush(rows[0]);
            delete(rows);
        });
        seen.removeAll(List.of(rows));
    }

    private void delete(Long[] rows) {
        jdbc.sql("delete from index_outbox where id = any (:ids)")
                .param("ids", rows)
                .update();
    }

    private Duration lengthened() {
        Duration next = pause.isZero() ? IDLE : pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private void rest() {
        try {
            // Whatever rings, there is no use in trying sooner.
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    /** Indexes what is in the outbox, at most a batch of it; returns how much. */
    int catchUp() {
        try {
            return inTurn(this::due);
        } catch (RuntimeException failure) {
            goBack();
            probe();
            log.warn("A batch could not be indexed; trying its rows one by one", failure);
            return oneByOne();
        }
    }

    private int inTurn(Supplier<List<Row>> rows) {
        List<Row> done = transaction.execute(status -> locked() ? indexed(rows.get()) : List.of());
        if (done == null || done.isEmpty()) {
            return 0;
        }
        if (!engine.isDurableAtOnce()) {
            if (seen.isEmpty()) {
                seenSince = System.nanoTime();
            }
            done.forEach(row -> seen.add(row.id()));
        }
        return done.size();
    }

    private boolean locked() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private List<Row> due() {
        return jdbc.sql("""
                        select id, article_id, entity_id from index_outbox
                        where attempts < :attempts and id <> all (:seen)
                        order by attempts, urgency, id limit :batch
                        """)
                .param("attempts", ATTEMPTS)
                .param("seen", seenRows())
                .param("batch", BATCH)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getObject("article_id", UUID.class),
                        row.getObject("entity_id", UUID.class)))
                .list();
    }

    private List<Row> indexed(List<Row> rows) {
        if (!rows.isEmpty()) {
            index(rows);
            if (engine.isDurableAtOnce()) {
                delete(rows.stream().map(Row::id).toArray(Long[]::new));
            }
        }
        return rows;
    }

    private void index(List<Row> rows) {
        Set<UUID> articles = distinct(rows, Row::articleId);
        Set<UUID> entities = distinct(rows, Row::entityId);
        renames.note(entities);
        prominence.count(indexer.namedIn(articles));
        indexer.index(entities, articles);
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

    /** Finds the row that cannot be indexed: notes why, and keeps it from holding up the others. */
    private int oneByOne() {
        List<Row> rows = due();
        for (Row row : rows) {
            try {
                inTurn(() -> List.of(row));
            } catch (RuntimeException failure) {
                goBack();
                probe();
                log.error("Row {} of the index outbox cannot be indexed", row.id(), failure);
                note(row, failure);
            }
        }
        return rows.size();
    }

    /** Fails where nothing can be indexed at all, the index or the database being away: then no row is to blame. */
    private void probe() {
        indexer.probe();
        jdbc.sql("select 1").query(Integer.class).single();
    }

    private void note(Row row, RuntimeException failure) {
        jdbc.sql("update index_outbox set attempts = attempts + 1, failure = left(:failure, 500) where id = :id")
                .param("failure", String.valueOf(failure.getMessage()))
                .param("id", row.id())
                .update();
    }

    @Override
    public synchronized void start() {
        running = true;
        var started = new Thread(this::work, "index-catch-up");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread started = thread;
        if (started != null) {
            bell.ring();
            try {
                started.join(LONGEST_PAUSE.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private record Row(
            long id, @Nullable UUID articleId, @Nullable UUID entityId) {}
}

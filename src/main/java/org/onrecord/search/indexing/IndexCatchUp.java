package org.onrecord.search.indexing;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whether searches see what was committed, and waits until they do. Thread-safe. */
@Component
public class IndexCatchUp {

    private final JdbcClient jdbc;
    private final IndexBuild build;
    private final OutboxBatches batches;
    private final IndexingSignal signal;
    private final Object progress = new Object();

    /** The number of signals after all of which the outbox held nothing that searches did not see; -1 if not known. */
    private volatile long caughtUpWith = -1;

    IndexCatchUp(JdbcClient jdbc, IndexBuild build, OutboxBatches batches, IndexingSignal signal) {
        this.jdbc = jdbc;
        this.build = build;
        this.batches = batches;
        this.signal = signal;
    }

    /**
     * Whether searches are known to see everything that was committed. Does not ask the database, so it is only ever true
     * where no other process writes.
     */
    public boolean isCaughtUp() {
        return caughtUpWith == signal.count();
    }

    /** Whether the index has caught up and holds the whole archive, so that lists can be shown from it. */
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

    /** Waits until searches see what the current request has committed; false when the time ran out. */
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

    /** Does not wait for rows that were set aside after too many tries. */
    private boolean await(String pending, Object id, Duration most) throws InterruptedException {
        String sql = "select exists (select from index_outbox"
                + " where attempts < :attempts and id <> all (:unflushed) and " + pending + ")";
        long deadline = System.nanoTime() + most.toNanos();
        signal.send();
        while (true) {
            synchronized (progress) {
                if (!jdbc.sql(sql)
                        .param("id", id)
                        .param("attempts", OutboxBatches.ATTEMPTS)
                        .param("unflushed", batches.unflushed())
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

    /** Something was indexed: whoever waits looks again. */
    void progressed() {
        synchronized (progress) {
            progress.notifyAll();
        }
    }

    /** Looks whether searches see everything that was committed before the given number of signals was read. */
    void check(long signals) {
        if (caughtUpWith != signals && batches.isNothingUnseen()) {
            caughtUpWith = signals;
        }
    }

    /** What searches see is not known any more. */
    void forget() {
        caughtUpWith = -1;
    }
}

package org.onrecord.search.indexing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.engine.IndexEngine;
import org.onrecord.search.engine.IndexFailure;
import org.onrecord.search.indexing.OutboxBatches.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one thread that writes to the index. It wakes with every commit that leaves something in the outbox, and indexes
 * what has come together there; between batches it builds the index where that is necessary. After a failure it tries
 * again until it succeeds.
 */
@Component
class IndexingThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexingThread.class);

    /** How often the thread looks for rows of other processes in the outbox. */
    private static final Duration IDLE = Duration.ofMillis(500);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Starts before the web server and stops after it, so that no request waits for an index that nobody writes. */
    static final int PHASE = DEFAULT_PHASE - 4_096;

    private final IndexClaim claim;
    private final IndexBuild build;
    private final OutboxBatches batches;
    private final IndexCatchUp catchUp;
    private final IndexingSignal signal;
    private final OutletNames outletNames;
    private final IndexEngine engine;
    private @Nullable Thread thread;
    private volatile boolean running;

    /** How long to wait after the failures so far; zero while there is none. */
    private Duration pause = Duration.ZERO;

    IndexingThread(
            IndexClaim claim,
            IndexBuild build,
            OutboxBatches batches,
            IndexCatchUp catchUp,
            IndexingSignal signal,
            OutletNames outletNames,
            IndexEngine engine) {
        this.claim = claim;
        this.build = build;
        this.batches = batches;
        this.catchUp = catchUp;
        this.signal = signal;
        this.outletNames = outletNames;
        this.engine = engine;
    }

    private void work() {
        while (running) {
            try {
                step();
            } catch (InterruptedException stopped) {
                return;
            } catch (IndexClaimed lost) {
                running = false;
            } catch (RuntimeException | VirtualMachineError failure) {
                tell(failure);
                // Reading noise may ask for any amount of memory.
                if (failure instanceof VirtualMachineError || IndexFailure.isOfTheIndex(failure)) {
                    build.suspect();
                }
                goBack();
                rest();
            }
        }
    }

    private void step() throws InterruptedException {
        if (!claim.hold()) {
            // Another archive may have worked on the database meanwhile.
            goBack();
        }
        if (build.isDue()) {
            build.step();
        }
        long signals = signal.count();
        int done = indexNext();
        if (!pause.isZero()) {
            log.info("The index is written again");
        }
        pause = Duration.ZERO;
        if (done > 0) {
            catchUp.progressed();
        } else if (!engine.isShared()) {
            catchUp.check(signals);
        }
        if (!batches.flushIfDue() && done == 0 && !build.step() && !batches.indexProminence()) {
            signal.await(IDLE);
        }
    }

    private int indexNext() {
        try {
            return batches.indexNext();
        } catch (RuntimeException failure) {
            goBack();
            batches.probe();
            log.warn("A batch could not be indexed; trying its rows one by one", failure);
            return indexOneByOne();
        }
    }

    /** Finds the rows that cannot be indexed and notes why, so that they do not hold up the others. */
    private int indexOneByOne() {
        var rows = batches.due();
        for (Row row : rows) {
            try {
                batches.index(row);
            } catch (RuntimeException failure) {
                goBack();
                batches.probe();
                log.error("Row {} of the index outbox cannot be indexed", row.id(), failure);
                batches.note(row, failure);
            }
        }
        return rows.size();
    }

    /**
     * The index may lack whatever was not flushed. If another archive worked on the database meanwhile, outlets may have
     * other names too.
     */
    private void goBack() {
        catchUp.forget();
        batches.goBack();
        build.goBack();
        outletNames.forget();
    }

    /** Warns once for a row of failures: what is not indexed stays in the outbox, and nothing is lost. */
    private void tell(Throwable failure) {
        if (pause.isZero()) {
            log.warn(
                    "The index cannot be written for now, which is tried again until it can: {}",
                    IndexFailure.reason(failure));
        }
        log.debug("The index cannot be written", failure);
        Duration next = pause.isZero() ? IDLE : pause.multipliedBy(2);
        pause = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    /** Waits without listening to signals: after a failure it is no use to try sooner. */
    private void rest() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            running = false;
        }
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
            signal.send();
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
}

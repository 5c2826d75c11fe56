package org.onrecord.search.indexing;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Wakes the thread that indexes when something was put into the outbox. Several signals wake it once. Thread-safe. */
@Component
class IndexingSignal {

    private final Semaphore sent = new Semaphore(0);
    private final AtomicLong count = new AtomicLong();

    void send() {
        count.incrementAndGet();
        sent.release();
    }

    /** How many were sent. */
    long count() {
        return count.get();
    }

    /** Waits for a signal, at most for so long. */
    void await(Duration most) throws InterruptedException {
        if (sent.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            sent.drainPermits();
        }
    }
}

package org.onrecord.search.indexing;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Wakes whoever indexes when there is something in the outbox. Rings that nobody waits for are one ring. */
@Component
class IndexingSignal {

    private final Semaphore rung = new Semaphore(0);
    private final AtomicLong rings = new AtomicLong();

    void ring() {
        rings.incrementAndGet();
        rung.release();
    }

    /** How often it was rung. */
    long rings() {
        return rings.get();
    }

    /** Waits for a ring, or for so long. */
    void await(Duration most) throws InterruptedException {
        if (rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}

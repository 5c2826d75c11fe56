package org.onrecord.api;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets a few long writes at a time into the database. Those that wait for each other there (parallel deliveries of one
 * article do) would each hold a connection while they wait, until none is left for readers; here they wait without one.
 * Who is inside may enter again.
 */
@Component
public class WriteGate {

    /** Well under the size of the connection pool, 10 unless configured otherwise. */
    private static final int INSIDE = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore places = new Semaphore(INSIDE, true);
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    /**
     * Does the work inside.
     *
     * @throws Unavailable if no place becomes free within 20 seconds
     */
    public <T> T through(Supplier<T> work) {
        if (inside.get()) {
            return work.get();
        }
        enter();
        inside.set(true);
        try {
            return work.get();
        } finally {
            inside.remove();
            places.release();
        }
    }

    private void enter() {
        try {
            if (places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new Unavailable("Too much is being written at the moment.", Duration.ofSeconds(5));
    }
}

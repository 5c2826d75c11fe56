package org.onrecord.kernel;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Lets so many in at a time; others wait their turn, first come, first served, and are turned away if that takes too
 * long. Who is inside may enter again.
 */
public final class Gate {

    private static final Duration WORTH_ASKING_AGAIN = Duration.ofSeconds(5);
    private static final Duration FURTHEST_TOLD = Duration.ofMinutes(5);

    private final int size;
    private final Semaphore places;
    private final Duration patience;
    private final int mostWaiting;
    private final String whenFull;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong usualStay = new AtomicLong();
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    /**
     * @param places how many may be inside
     * @param patience how long one may have to wait
     * @param mostWaiting how many may wait: each keeps a thread of Tomcat's waiting, of which there are 200 unless
     *     configured otherwise
     * @param whenFull what those turned away are told, as a sentence
     */
    public Gate(int places, Duration patience, int mostWaiting, String whenFull) {
        this.size = places;
        this.places = new Semaphore(places, true);
        this.patience = patience;
        this.mostWaiting = mostWaiting;
        this.whenFull = whenFull;
    }

    /** A gate that turns everybody away while all places are taken. */
    public static Gate withoutWaiting(int places, String whenFull) {
        return new Gate(places, Duration.ZERO, 0, whenFull);
    }

    /**
     * Does the work inside.
     *
     * @throws Overloaded if no place becomes free in time
     */
    public <T> T through(Supplier<T> work) {
        try (Place place = enter()) {
            return work.get();
        }
    }

    /**
     * Does the work while nobody else is inside.
     *
     * @throws Overloaded if the gate does not become free in time
     */
    <T> T alone(Supplier<T> work) {
        try (Place place = enter(size)) {
            return work.get();
        }
    }

    /**
     * Takes a place, to be given back by the same thread.
     *
     * @throws Overloaded if none becomes free in time
     */
    public Place enter() {
        return enter(1);
    }

    private Place enter(int taken) {
        if (inside.get()) {
            return () -> {};
        }
        if (!gotIn(taken)) {
            throw new Overloaded(whenFull, untilFree());
        }
        inside.set(true);
        long entered = System.nanoTime();
        return () -> {
            inside.remove();
            note(Duration.ofNanos(System.nanoTime() - entered));
            places.release(taken);
        };
    }

    private boolean gotIn(int taken) {
        try {
            // Even without waiting, nobody goes before those who wait.
            return places.tryAcquire(taken, 0, TimeUnit.MILLISECONDS) || gotInWaiting(taken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean gotInWaiting(int taken) throws InterruptedException {
        try {
            return waiting.incrementAndGet() <= mostWaiting
                    && places.tryAcquire(taken, patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Remembers how long somebody stayed; the last stays count most. */
    void note(Duration stay) {
        usualStay.updateAndGet(usual -> usual == 0 ? stay.toNanos() : (3 * usual + stay.toNanos()) / 4);
    }

    /** How long it would take until those who wait are through, as far as can be told. */
    private Duration untilFree() {
        Duration expected = Duration.ofNanos(usualStay.get() * (waiting.get() + 1) / size);
        if (expected.compareTo(WORTH_ASKING_AGAIN) < 0) {
            return WORTH_ASKING_AGAIN;
        }
        return expected.compareTo(FURTHEST_TOLD) < 0 ? expected : FURTHEST_TOLD;
    }

    /** A place inside; closing it gives it back. */
    public interface Place extends AutoCloseable {

        @Override
        void close();
    }
}

package org.onrecord.kernel;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets so many in at a time; others wait their turn, and are turned away if that takes too long. Who is inside may enter
 * again.
 */
public final class Gate {

    private static final Duration WORTH_ASKING_AGAIN = Duration.ofSeconds(5);

    private final Semaphore places;
    private final Duration patience;
    private final String whenFull;
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    /**
     * @param places how many may be inside
     * @param patience how long one may have to wait; zero turns everybody away while all places are taken
     * @param whenFull what those turned away are told, as a sentence
     */
    public Gate(int places, Duration patience, String whenFull) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
        this.whenFull = whenFull;
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
     * Takes a place, to be given back by the same thread.
     *
     * @throws Overloaded if none becomes free in time
     */
    public Place enter() {
        if (inside.get()) {
            return () -> {};
        }
        if (!gotIn()) {
            throw new Overloaded(whenFull, WORTH_ASKING_AGAIN);
        }
        inside.set(true);
        return () -> {
            inside.remove();
            places.release();
        };
    }

    private boolean gotIn() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A place inside; closing it gives it back. */
    public interface Place extends AutoCloseable {

        @Override
        void close();
    }
}

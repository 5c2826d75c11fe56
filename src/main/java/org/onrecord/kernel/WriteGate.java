package org.onrecord.kernel;

import java.time.Duration;
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

    private final Gate gate = new Gate(INSIDE, Duration.ofSeconds(20), "Too much is being written at the moment.");

    /**
     * Does the work inside.
     *
     * @throws Overloaded if no place becomes free within 20 seconds
     */
    public <T> T through(Supplier<T> work) {
        return gate.through(work);
    }
}

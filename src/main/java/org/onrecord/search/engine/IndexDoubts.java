package org.onrecord.search.engine;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * How often there was a reason to doubt that the index holds what it should: it could not be read or written. Whoever
 * checks the index remembers the count and compares it. Thread-safe.
 */
@Component
public final class IndexDoubts {

    private final AtomicLong count = new AtomicLong();

    public void raise() {
        count.incrementAndGet();
    }

    public long count() {
        return count.get();
    }
}

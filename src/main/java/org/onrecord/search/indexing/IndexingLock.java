package org.onrecord.search.indexing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one process index at a time where several work on one database, so that an older state of an article never
 * overwrites a newer one. An advisory lock of PostgreSQL, held until the transaction ends.
 */
@Component
public class IndexingLock {

    /** The lock's key; any number that nothing else uses. */
    public static final long KEY = 0x4f6e5265636f7264L;

    private final JdbcClient jdbc;

    IndexingLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the current transaction has it; false if another process holds it. */
    boolean tryTake() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:key)")
                .param("key", KEY)
                .query(Boolean.class)
                .single();
    }
}

package org.onrecord.entity;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps entities from being merged while an article is stored that may name them: else it would name one that is no more.
 * Held until the transaction ends.
 */
final class MergeLock {

    /** Any number that no other lock uses. */
    private static final long NUMBER = 0x4f6e5265634d7267L;

    private MergeLock() {}

    /** For those who look entities up by name; any number of them at once. */
    static void shared(JdbcClient jdbc) {
        take(jdbc, "select pg_advisory_xact_lock_shared(?)");
    }

    /** For those who merge and part. */
    static void alone(JdbcClient jdbc) {
        take(jdbc, "select pg_advisory_xact_lock(?)");
    }

    private static void take(JdbcClient jdbc, String sql) {
        jdbc.sql(sql).param(NUMBER).query().listOfRows();
    }
}

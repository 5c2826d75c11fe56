package org.onrecord.search.indexing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells operators how far the index is behind: how many rows wait in the outbox, for how long, and how many were set
 * aside. Read when a metric is asked for, at most once a second; NaN while the database does not answer.
 */
@Component
class IndexLag implements MeterBinder {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final JdbcClient jdbc;
    private Backlog seen = Backlog.UNKNOWN;
    private long seenAt = System.nanoTime() - FRESH;

    IndexLag(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("onrecord.index.waiting", () -> backlog().waiting())
                .description("Changes the search index has yet to learn")
                .register(registry);
        TimeGauge.builder("onrecord.index.lag", () -> backlog().seconds(), TimeUnit.SECONDS)
                .description("How long the oldest of these has waited")
                .register(registry);
        Gauge.builder("onrecord.index.parked", () -> backlog().parked())
                .description("Changes set aside because they could not be indexed")
                .register(registry);
    }

    private synchronized Backlog backlog() {
        long now = System.nanoTime();
        if (now - seenAt >= FRESH) {
            seen = counted();
            seenAt = now;
        }
        return seen;
    }

    private Backlog counted() {
        try {
            return jdbc.sql("""
                            select count(*) filter (where attempts < :attempts) as waiting,
                                   count(*) filter (where attempts >= :attempts) as parked,
                                   coalesce(extract(epoch from now() - min(created_at)
                                       filter (where attempts < :attempts)), 0) as seconds
                            from index_outbox
                            """)
                    .param("attempts", OutboxBatches.ATTEMPTS)
                    .query(Backlog.class)
                    .single();
        } catch (DataAccessException | TransactionException away) {
            return Backlog.UNKNOWN;
        }
    }

    /** @param seconds how long the oldest has waited, 0 where none does */
    private record Backlog(double waiting, double parked, double seconds) {

        static final Backlog UNKNOWN = new Backlog(Double.NaN, Double.NaN, Double.NaN);
    }
}

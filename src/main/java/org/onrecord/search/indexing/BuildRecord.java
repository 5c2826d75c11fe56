package org.onrecord.search.indexing;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.engine.IndexEngine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database knows about the index: how far it was built and which flush was its last. One row. */
@Component
class BuildRecord {

    /** A process that has recorded nothing for so long is gone; longer than the time between two of its flushes. */
    private static final Duration ABANDONED = Duration.ofSeconds(30);

    private final JdbcClient jdbc;

    /** What the index holds and where it is. */
    private final String format;

    BuildRecord(JdbcClient jdbc, IndexEngine engine) {
        this.jdbc = jdbc;
        this.format = IndexBuild.FORMAT + " " + engine.label();
    }

    /** Empty if no index of this format was ever begun. */
    Optional<Stored> read() {
        return jdbc.sql("""
                        select built_up_to, completed, last_flush, changed_at < now() - :abandoned * interval '1 second'
                            as is_abandoned
                        from index_build where format = :format
                        """)
                .param("abandoned", ABANDONED.toSeconds())
                .param("format", format)
                .query((row, number) -> new Stored(
                        row.getObject("built_up_to", UUID.class),
                        row.getBoolean("completed"),
                        row.getBoolean("is_abandoned"),
                        row.getObject("last_flush", UUID.class)))
                .optional();
    }

    /** Records how far the index is built. An index of any other format is out of date from now on. */
    void write(UUID builtUpTo, boolean completed, @Nullable UUID flush) {
        jdbc.sql("delete from index_build where format <> :format")
                .param("format", format)
                .update();
        jdbc.sql("""
                        insert into index_build (format, built_up_to, completed, changed_at, last_flush)
                        values (:format, :builtUpTo, :completed, now(), :flush)
                        on conflict (format) do update
                        set built_up_to = excluded.built_up_to, completed = excluded.completed,
                            changed_at = excluded.changed_at, last_flush = excluded.last_flush
                        """)
                .param("format", format)
                .param("builtUpTo", builtUpTo)
                .param("completed", completed)
                .param("flush", flush)
                .update();
    }

    /** Records a flush. */
    void noteFlush(@Nullable UUID flush) {
        jdbc.sql("update index_build set last_flush = :flush where format = :format")
                .param("flush", flush)
                .param("format", format)
                .update();
    }

    /**
     * What was recorded.
     *
     * @param builtUpTo the last article that is in the index
     * @param isAbandoned whether whoever builds it has recorded nothing for long
     */
    record Stored(
            UUID builtUpTo,
            boolean completed,
            boolean isAbandoned,
            @Nullable UUID lastFlush) {}
}

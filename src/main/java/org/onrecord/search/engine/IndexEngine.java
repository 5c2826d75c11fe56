package org.onrecord.search.engine;

import java.nio.file.Path;
import java.util.Map;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.jspecify.annotations.Nullable;

/** What is different between the engines an index may live in; everything else is the same code for all. */
public interface IndexEngine {

    /** For people and for the record of what has been built: another label is another index. */
    String label();

    /** Whether several processes may have it open. */
    boolean isShared();

    /** What searches need in order to see what was indexed. */
    DocumentRefreshStrategy refresh();

    /** Whether what was indexed survives a crash without having been flushed. */
    boolean isDurableAtOnce();

    /** The file that names the last flush; null where the index is in no folder of this archive's. */
    @Nullable
    Path lastFlush();

    /** Hibernate Search's settings, without their common prefix. */
    Map<String, Object> settings();

    /** How it finds. */
    TopHits topHits(SearchSessions sessions);

    /** How it counts. */
    ValueCounts valueCounts(SearchSessions sessions);
}

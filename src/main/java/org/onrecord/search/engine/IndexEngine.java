package org.onrecord.search.engine;

import java.nio.file.Path;
import java.util.Map;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.jspecify.annotations.Nullable;

/** What differs between the engines that can hold the index. All other code is the same for each of them. */
public interface IndexEngine {

    /** Names the index for people and in the record of what was built: another label is another index. */
    String label();

    /** Whether several processes may use the index. */
    boolean isShared();

    /** What searches need in order to see what was indexed. */
    DocumentRefreshStrategy refresh();

    /** Whether what was indexed survives a crash without having been flushed. */
    boolean isDurableAtOnce();

    /** The file that names the last flush; null where the index is in no folder of this archive. */
    @Nullable
    Path lastFlush();

    /**
     * What is wrong with the index's files, as text; null where nothing is, or they are none of this archive's. Folders
     * that are gone are made again, empty, since Lucene writes to none that is missing.
     *
     * @param whole whether to compare every byte with its checksum, which reads all of the index
     */
    @Nullable
    String damage(boolean whole);

    /** Hibernate Search's settings, without their common prefix. */
    Map<String, Object> settings();

    /** Finds hits in this index. */
    TopHits topHits(SearchSessions sessions);

    /** Counts values in this index. */
    ValueCounts valueCounts(SearchSessions sessions);
}

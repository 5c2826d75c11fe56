package org.onrecord.search.index;

import java.nio.file.Path;
import java.util.Map;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;

/** An index Lucene keeps in a folder of this machine; one process at a time can have it. */
record LuceneIndex(Path folder) implements IndexEngine {

    /**
     * Parts of like size that become one. Lucene's own choice is ten; with half of that writing costs a little more, and
     * searches, which look up every word in every part, find fewer of them.
     */
    private static final int MERGED_AT_ONCE = 5;

    /**
     * MiB of new documents of an index kept in memory before they become a part of it. Lucene's own 16 make more and
     * smaller parts when an index is built, and more work of merging them.
     */
    private static final int WRITE_BUFFER = 64;

    /** Milliseconds; in effect never: whoever indexes says when it is to be written down, and hears whether it was. */
    private static final int COMMIT_UNASKED = Integer.MAX_VALUE;

    @Override
    public String label() {
        return "lucene";
    }

    @Override
    public boolean isShared() {
        return false;
    }

    /** None: a search opens the index anew where it has changed. */
    @Override
    public DocumentRefreshStrategy refresh() {
        return DocumentRefreshStrategy.NONE;
    }

    @Override
    public boolean isDurableAtOnce() {
        return false;
    }

    @Override
    public Path lastFlush() {
        return folder.resolve("last-flush");
    }

    @Override
    public Map<String, Object> settings() {
        IndexFolders.check(folder);
        return Map.of(
                "backend.type",
                "lucene",
                "backend.analysis.configurer",
                "class:" + LuceneAnalysis.class.getName(),
                "backend.lucene_version",
                "LATEST",
                "backend.io.merge.factor",
                MERGED_AT_ONCE,
                "backend.io.writer.ram_buffer_size",
                WRITE_BUFFER,
                "backend.io.commit_interval",
                COMMIT_UNASKED,
                "backend.directory.root",
                folder.toAbsolutePath().toString());
    }

    @Override
    public TopHits topHits(SearchSessions sessions) {
        return new LuceneTopHits(sessions);
    }

    @Override
    public ValueCounts valueCounts(SearchSessions sessions) {
        return new LuceneValueCounts(sessions);
    }
}

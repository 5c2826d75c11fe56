package org.onrecord.search.engine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.jspecify.annotations.Nullable;

/**
 * An index that Lucene keeps in a folder of this machine. Only one process at a time can open it.
 *
 * @param mapsPostings whether {@linkplain HybridDirectoryProvider postings} are mapped as the rest is
 */
public record LuceneIndex(Path folder, boolean mapsPostings) implements IndexEngine {

    /**
     * Segments of similar size that are merged into one. Lucene's default is ten. With five, writing costs a little more,
     * but there are fewer segments, and a search looks up every term in every segment.
     */
    private static final int MERGED_AT_ONCE = 5;

    /**
     * MiB of new documents kept in memory before they are written as a segment. Lucene's default of 16 makes more and
     * smaller segments when an index is built, and so more merging.
     */
    private static final int WRITE_BUFFER = 64;

    /**
     * Words of the index that one query may stand for. Lucene's default of 1,024 is less than the sixteen fuzzy words may
     * come to that the query language takes, each of them fifty words in two fields.
     */
    private static final int MOST_CLAUSES = 4_096;

    /** Milliseconds; in effect never: whoever indexes asks for each commit and hears whether it succeeded. */
    private static final int COMMIT_UNASKED = Integer.MAX_VALUE;

    @Override
    public String label() {
        return "lucene";
    }

    @Override
    public boolean isShared() {
        return false;
    }

    /** None: every search opens a new reader if the index has changed. */
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
    public @Nullable String damage(boolean whole) {
        return IndexFolders.damage(folder, whole);
    }

    @Override
    public Map<String, Object> settings() {
        IndexFolders.check(folder);
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
        Path root = folder.toAbsolutePath();
        Map<String, Object> settings = new HashMap<>();
        settings.put("backend.type", "lucene");
        settings.put("backend.analysis.configurer", "class:" + LuceneAnalysis.class.getName());
        settings.put("backend.lucene_version", "LATEST");
        settings.put("backend.io.merge.factor", MERGED_AT_ONCE);
        settings.put("backend.io.writer.ram_buffer_size", WRITE_BUFFER);
        settings.put("backend.io.commit_interval", COMMIT_UNASKED);
        if (mapsPostings) {
            settings.put("backend.directory.root", root.toString());
        } else {
            settings.put("backend.directory.type", BeanReference.ofInstance(new HybridDirectoryProvider(root)));
        }
        return settings;
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

package org.onrecord.search.index;

import java.nio.file.Path;
import java.util.Map;

/** An index Lucene keeps in a folder of this machine; one process at a time can have it. */
record LuceneIndex(Path folder) implements IndexEngine {

    /**
     * Parts of like size that become one. Lucene's own choice is ten; with half of that writing costs a little more, and
     * searches, which look up every word in every part, find fewer of them.
     */
    private static final int MERGED_AT_ONCE = 5;

    @Override
    public String label() {
        return "lucene";
    }

    @Override
    public boolean isShared() {
        return false;
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
                "backend.directory.root",
                folder.toAbsolutePath().toString());
    }

    @Override
    public ValueCounts valueCounts() {
        return new LuceneValueCounts();
    }
}

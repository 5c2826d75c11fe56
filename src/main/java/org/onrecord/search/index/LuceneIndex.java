package org.onrecord.search.index;

import java.nio.file.Path;
import java.util.Map;

/** An index Lucene keeps in a folder of this machine; one process at a time can have it. */
record LuceneIndex(Path folder) implements IndexEngine {

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
                "backend.directory.root",
                folder.toAbsolutePath().toString());
    }

    @Override
    public ValueCounts valueCounts() {
        return new LuceneValueCounts();
    }
}

package org.onrecord.search.index;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/** Where the index is and how it is written. */
@Component
class IndexSettings implements HibernatePropertiesCustomizer {

    private static final String PREFIX = "hibernate.search.";

    private final Path folder;

    IndexSettings(@Value("${onrecord.home:data}") Path home) {
        this.folder = home.resolve("index");
    }

    @Override
    public void customize(Map<String, Object> properties) {
        // The outbox says what to index; listening to every change of every entity would do the work twice.
        properties.put(PREFIX + "indexing.listeners.enabled", "false");
        properties.putIfAbsent(PREFIX + "backend.type", "lucene");
        properties.put(PREFIX + "backend.analysis.configurer", "class:" + LuceneAnalysis.class.getName());
        properties.put(PREFIX + "backend.lucene_version", "LATEST");
        properties.put(
                PREFIX + "backend.directory.root", folder.toAbsolutePath().toString());
    }
}

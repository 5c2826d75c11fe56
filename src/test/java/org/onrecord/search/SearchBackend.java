package org.onrecord.search;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The index an archive under test uses: Lucene in its home, or, where the run says {@code -Dsearch.backend=opensearch},
 * indexes of its own on the shared OpenSearch node, deleted after it.
 */
public record SearchBackend(String prefix) implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    public static SearchBackend fresh() {
        return new SearchBackend("test" + COUNT.incrementAndGet());
    }

    /** What the archive is to be told. */
    public Map<String, String> properties() {
        return OpenSearchNode.isWanted()
                ? Map.of(
                        "onrecord.search.backend",
                        "opensearch",
                        "onrecord.search.opensearch.uris",
                        OpenSearchNode.shared().uri(),
                        "onrecord.search.opensearch.prefix",
                        prefix)
                : Map.of();
    }

    @Override
    public void close() {
        if (OpenSearchNode.isWanted()) {
            OpenSearchNode.shared().ask("DELETE", "/" + prefix + "-*-000001", null);
        }
    }
}

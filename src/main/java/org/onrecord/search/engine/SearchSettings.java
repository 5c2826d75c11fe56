package org.onrecord.search.engine;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds the index.
 *
 * @param backend Lucene in the archive's own folder, for one process; or OpenSearch, which several can share
 * @param lucene how Lucene's index is read; of no meaning to OpenSearch
 * @param opensearch where OpenSearch is; of no meaning to Lucene
 */
@ConfigurationProperties("onrecord.search")
record SearchSettings(
        @DefaultValue("lucene") Backend backend,
        @DefaultValue Lucene lucene,
        @DefaultValue OpenSearch opensearch) {

    /** The kinds of index there are. */
    enum Backend {
        LUCENE,
        OPENSEARCH
    }

    /** The engine that holds the index. */
    IndexEngine engine(Path home) {
        return switch (backend) {
            case LUCENE -> new LuceneIndex(home.resolve("index"), lucene.mapPostings());
            case OPENSEARCH -> new OpenSearchIndex(opensearch);
        };
    }

    /**
     * Lucene in the archive's own folder.
     *
     * @param mapPostings whether postings, the larger half of the index, are mapped into memory like the rest: searches
     *     are faster, and the process seems larger
     */
    record Lucene(@DefaultValue("true") boolean mapPostings) {}

    /**
     * An OpenSearch cluster.
     *
     * @param uris its nodes, all http or all https: {@code https://search-1.example:9200}
     * @param username null where it asks for none
     * @param password null where it asks for none
     * @param prefix what the names of the archive's indexes begin with, so that several archives can share a cluster
     * @param version of OpenSearch, major and minor; any older one of the same major does
     */
    record OpenSearch(
            @DefaultValue("http://localhost:9200") List<String> uris,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("onrecord") String prefix,
            @DefaultValue("3.0") String version) {

        OpenSearch {
            uris = List.copyOf(uris);
            for (String uri : uris) {
                if (!uri.matches("https?://[^/?#]+/?")) {
                    throw new IllegalArgumentException(
                            "onrecord.search.opensearch.uris: \"" + uri + "\" is not like https://search.example:9200");
                }
            }
            if (!prefix.matches("[a-z][a-z0-9-]{0,99}")) {
                throw new IllegalArgumentException("onrecord.search.opensearch.prefix: \"" + prefix
                        + "\" is not made of small letters, digits and hyphens, a letter first");
            }
        }
    }
}

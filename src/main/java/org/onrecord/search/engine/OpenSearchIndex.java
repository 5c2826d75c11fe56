package org.onrecord.search.engine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.search.backend.elasticsearch.index.layout.IndexLayoutStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.jspecify.annotations.Nullable;

/** An index in an OpenSearch cluster, which any number of processes may share. */
record OpenSearchIndex(SearchSettings.OpenSearch cluster) implements IndexEngine {

    /** Milliseconds; a request waits no longer for a cluster that does not answer. */
    private static final int CONNECT = 1_000;

    /** Milliseconds; more than the longest search may take. */
    private static final int READ = 15_000;

    private static final String RESOURCES = "org/onrecord/search/engine/";

    @Override
    public String label() {
        return "opensearch " + cluster.prefix();
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public DocumentRefreshStrategy refresh() {
        return DocumentRefreshStrategy.FORCE;
    }

    /** OpenSearch keeps a transaction log. */
    @Override
    public boolean isDurableAtOnce() {
        return true;
    }

    @Override
    public @Nullable Path lastFlush() {
        return null;
    }

    @Override
    public @Nullable String damage(boolean whole) {
        return null;
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("backend.type", "elasticsearch");
        settings.put("backend.uris", cluster.uris());
        if (cluster.username() != null) {
            settings.put("backend.username", cluster.username());
        }
        if (cluster.password() != null) {
            settings.put("backend.password", cluster.password());
        }
        settings.put("backend.connection_timeout", CONNECT);
        settings.put("backend.read_timeout", READ);
        settings.put("backend.client.configurer", "class:" + KnownAliasesOnly.class.getName());
        settings.put("backend.analysis.configurer", "class:" + OpenSearchAnalysis.class.getName());
        settings.put("backend.layout.strategy", BeanReference.ofInstance(new Layout(cluster.prefix())));
        settings.put("backend.schema_management.settings_file", RESOURCES + "opensearch-settings.json");
        settings.put("backend.schema_management.mapping_file", RESOURCES + "opensearch-mapping.json");
        // The archive also starts while the cluster is away, so it cannot ask for the version or create indexes yet.
        settings.put("backend.version", "opensearch:" + cluster.version());
        settings.put("backend.version_check.enabled", "false");
        settings.put("schema_management.strategy", "none");
        return settings;
    }

    /** Names indexes and their aliases: {@code onrecord-article-000001}, {@code …-read}, {@code …-write}. */
    private record Layout(String prefix) implements IndexLayoutStrategy {

        @Override
        public String createInitialElasticsearchIndexName(String index) {
            return prefix + "-" + index + "-000001";
        }

        @Override
        public String createWriteAlias(String index) {
            return prefix + "-" + index + "-write";
        }

        @Override
        public String createReadAlias(String index) {
            return prefix + "-" + index + "-read";
        }
    }

    @Override
    public TopHits topHits(SearchSessions sessions) {
        return new ProjectedTopHits(sessions);
    }

    @Override
    public ValueCounts valueCounts(SearchSessions sessions) {
        return new AggregatedValueCounts(sessions);
    }
}

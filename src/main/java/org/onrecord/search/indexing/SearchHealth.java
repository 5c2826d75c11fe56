package org.onrecord.search.indexing;

import org.onrecord.search.engine.IndexEngine;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether searches are answered: {@code UP}, {@code PARTIAL} while the index is being built, {@code AWAY} while it does
 * not answer. In the latter two cases the archive stays ready: it still takes in and shows articles, and the index
 * catches up by itself.
 */
@Component("searchHealthIndicator")
class SearchHealth implements HealthIndicator {

    private static final Status PARTIAL = new Status("PARTIAL", "the index is being built");
    private static final Status AWAY = new Status("AWAY", "the index does not answer");

    private final Indexer indexer;
    private final IndexBuild build;
    private final IndexEngine engine;

    SearchHealth(Indexer indexer, IndexBuild build, IndexEngine engine) {
        this.indexer = indexer;
        this.build = build;
        this.engine = engine;
    }

    @Override
    public Health health() {
        var health = Health.up().withDetail("index", engine.label());
        try {
            indexer.probe();
        } catch (RuntimeException failure) {
            return health.status(AWAY).build();
        }
        return build.isPartial() ? health.status(PARTIAL).build() : health.build();
    }
}

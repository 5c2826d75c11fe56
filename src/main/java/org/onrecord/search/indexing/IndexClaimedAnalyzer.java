package org.onrecord.search.indexing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says how several archives can work on one database. Made by Spring Boot, by name. */
class IndexClaimedAnalyzer extends AbstractFailureAnalyzer<IndexClaimed> {

    @Override
    protected FailureAnalysis analyze(Throwable root, IndexClaimed cause) {
        return new FailureAnalysis(
                cause.getMessage()
                        + ". What it writes, an index of another's own would never learn, and would show what was deleted.",
                """
                Do one of these:

                  - stop the other archive, then start this one again
                  - have all of them share one index, on OpenSearch: --onrecord.search.backend=opensearch
                  - give this one a database of its own
                """,
                cause);
    }
}

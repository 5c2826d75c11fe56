package org.onrecord.search.indexing;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategyConfigurationContext;
import org.hibernate.search.mapper.pojo.work.SearchIndexingPlanExecutionReport;
import org.jspecify.annotations.Nullable;

/** Documents that are being indexed. Nobody waits for them before {@link #await}, and the index is not flushed for them. */
final class PendingIndexing implements IndexingPlanSynchronizationStrategy {

    /** No documents, so nothing to wait for. */
    static final PendingIndexing NOTHING = new PendingIndexing(DocumentRefreshStrategy.NONE);

    static {
        NOTHING.indexed.complete(null);
    }

    private final DocumentRefreshStrategy refresh;
    private final CompletableFuture<@Nullable Void> indexed = new CompletableFuture<>();

    /** @param refresh whether searches are to see them */
    PendingIndexing(DocumentRefreshStrategy refresh) {
        this.refresh = refresh;
    }

    @Override
    public void apply(IndexingPlanSynchronizationStrategyConfigurationContext context) {
        context.documentCommitStrategy(DocumentCommitStrategy.NONE);
        context.documentRefreshStrategy(refresh);
        context.indexingFutureHandler(execution -> execution.whenComplete(this::end));
    }

    private void end(@Nullable SearchIndexingPlanExecutionReport report, @Nullable Throwable failure) {
        Optional<Throwable> failed = report == null ? Optional.ofNullable(failure) : report.throwable();
        failed.ifPresentOrElse(indexed::completeExceptionally, () -> indexed.complete(null));
    }

    /** Returns when all are indexed; fails when one could not be. */
    void await() {
        try {
            indexed.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}

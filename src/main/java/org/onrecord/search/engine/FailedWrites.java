package org.onrecord.search.engine;

import org.hibernate.search.engine.reporting.EntityIndexingFailureContext;
import org.hibernate.search.engine.reporting.FailureContext;
import org.hibernate.search.engine.reporting.FailureHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of it when Hibernate Search gives up an index writer. The next writer opens what is on disk; if the index is gone
 * there, it makes an empty one, and searches find nothing. Hibernate Search calls this before it opens the next writer,
 * so the index is doubted before anybody can search an empty one.
 */
record FailedWrites(IndexDoubts doubts) implements FailureHandler {

    private static final Logger log = LoggerFactory.getLogger(FailedWrites.class);

    @Override
    public void handle(FailureContext failed) {
        if (IndexFailure.isAway(failed.throwable())) {
            doubts.raise();
        }
        log.warn("The search index could not be written: {}", IndexFailure.reason(failed.throwable()));
        log.debug("{}", failed.failingOperation(), failed.throwable());
    }

    /** The same failure is thrown to whoever indexes. */
    @Override
    public void handle(EntityIndexingFailureContext failed) {
        handle((FailureContext) failed);
    }
}

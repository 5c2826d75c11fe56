package org.onrecord.search.engine;

import org.hibernate.search.util.common.SearchException;

/** A query the engine will not carry out, now or later: it asks for too much at once. */
public final class RefusedQuery extends SearchException {

    private static final long serialVersionUID = 1L;

    RefusedQuery(Throwable refusal) {
        super("the search engine refuses the query: " + refusal.getMessage(), refusal);
    }
}

package org.onrecord.search.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ResultList;
import org.onrecord.search.Search;
import org.onrecord.search.language.ParsedQuery;

/**
 * A request for a list, understood.
 *
 * @param query null where there was no q
 * @param at when the list was first asked for; durations count back from here, on every page
 * @param binding what cursors of this list are bound to
 * @param warnings what the caller may not have meant, and whom names were taken to mean
 */
record Asked(Search search, @Nullable ParsedQuery query, Instant at, String binding, List<String> warnings) {

    ResultList.Query understood() {
        return new ResultList.Query(query == null ? null : query.canonical(), warnings);
    }
}

package org.onrecord.search.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ResultList;
import org.onrecord.article.Expansion;
import org.onrecord.search.language.ParsedQuery;
import org.onrecord.search.query.Search;

/**
 * A request for a list, understood.
 *
 * @param query null where there was no q
 * @param at when the list was first asked for; durations count back from here, on every page
 * @param binding what cursors of this list are bound to
 * @param expansions what to show beside each result
 * @param warnings what the caller may not have meant, and whom names were taken to mean
 */
record Asked(
        Search search,
        @Nullable ParsedQuery query,
        Instant at,
        String binding,
        Set<Expansion> expansions,
        List<String> warnings) {

    /** The same request for another search. */
    Asked with(Search other) {
        return new Asked(other, query, at, binding, expansions, warnings);
    }

    ResultList.Query understood() {
        return new ResultList.Query(query == null ? null : query.canonical(), warnings);
    }
}

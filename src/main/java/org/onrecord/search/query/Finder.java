package org.onrecord.search.query;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.engine.Hit;
import org.onrecord.search.engine.TopHits;
import org.onrecord.search.indexing.IndexCatchUp;
import org.springframework.stereotype.Service;

/** Finds the ids of what somebody looks for; asks the database nothing. */
@Service
public class Finder {

    /** Up to here totals are exact; beyond, a search may stop looking as soon as it has the best. */
    public static final int EXACT_TOTAL = 10_000;

    /** Long before this any sane query has been answered. */
    public static final Duration LONGEST = Duration.ofSeconds(10);

    private final TopHits hits;
    private final IndexCatchUp catchUp;

    Finder(TopHits hits, IndexCatchUp catchUp) {
        this.hits = hits;
        this.catchUp = catchUp;
    }

    /** A page of what is looked for. */
    public Found find(Search search) {
        boolean summaries = search.subject() == Subject.ARTICLES && catchUp.isCurrent();
        return search.order().isRelevance() ? mostRelevant(search, summaries) : ordered(search, summaries);
    }

    private Found mostRelevant(Search search, boolean summaries) {
        int offset = search.after() == null
                ? 0
                : Math.toIntExact((Long) search.after().key());
        int limit = Math.min(search.limit(), Found.DEEPEST_RELEVANCE - offset);
        TopHits.Top top = top(search, offset, limit + 1, summaries);
        boolean more = top.hits().size() > limit && offset + limit < Found.DEEPEST_RELEVANCE;
        return found(search, top, limit, more ? last -> (long) offset + limit : null);
    }

    private Found ordered(Search search, boolean summaries) {
        int limit = search.limit();
        TopHits.Top top = top(search, 0, limit + 1, summaries);
        boolean more = top.hits().size() > limit;
        return found(search, top, limit, more ? last -> Objects.requireNonNull(last.key()) : null);
    }

    private TopHits.Top top(Search search, int from, int size, boolean summaries) {
        return hits.find(new TopHits.Wanted(
                search.subject().document(),
                f -> new Predicates(f, search.subject()).of(search),
                search.order(),
                from,
                size,
                EXACT_TOTAL,
                summaries,
                LONGEST));
    }

    /** @param key where the list goes on behind the last hit of the page; null at its end */
    private static Found found(Search search, TopHits.Top top, int limit, @Nullable Function<Hit, Object> key) {
        List<Hit> page = top.hits().subList(0, Math.min(top.hits().size(), limit));
        Matches all = search.after() == null
                ? new Matches(top.total(), top.exact())
                : search.after().all();
        if (key == null) {
            return new Found(page, all, null);
        }
        Hit last = page.get(limit - 1);
        return new Found(page, all, new Search.After(key.apply(last), last.id(), all));
    }
}

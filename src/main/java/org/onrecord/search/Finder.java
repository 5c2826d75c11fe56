package org.onrecord.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.engine.search.projection.dsl.ProjectionFinalStep;
import org.hibernate.search.engine.search.projection.dsl.SearchProjectionFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.index.IndexCatchUp;
import org.onrecord.search.index.NumberSort;
import org.onrecord.search.index.SearchSessions;
import org.springframework.stereotype.Service;

/** Finds the ids of what somebody looks for. Of the database it asks only what the index has yet to lose. */
@Service
public class Finder {

    /** Up to here totals are exact; beyond, a search may stop looking as soon as it has the best. */
    public static final int EXACT_TOTAL = 10_000;

    /** How far a list by relevance goes; lists in any other order go on to their end. */
    public static final int DEEPEST_RELEVANCE = 10_000;

    /** Long before this any sane query has been answered. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final SearchSessions sessions;
    private final Withheld withheld;
    private final IndexCatchUp catchUp;

    Finder(SearchSessions sessions, Withheld withheld, IndexCatchUp catchUp) {
        this.sessions = sessions;
        this.withheld = withheld;
        this.catchUp = catchUp;
    }

    /** A page of what is looked for. */
    public Found find(Search wanted) {
        boolean summaries = wanted.subject() == Subject.ARTICLES && catchUp.isCurrent();
        Search search = withheld.outOf(wanted);
        return search.order().isRelevance() ? mostRelevant(search, summaries) : ordered(search, summaries);
    }

    private Found mostRelevant(Search search, boolean summaries) {
        int offset = search.after() == null
                ? 0
                : Math.toIntExact((Long) search.after().key());
        int limit = Math.min(search.limit(), DEEPEST_RELEVANCE - offset);
        SearchResult<Hit> result =
                sessions.ask(session -> session.search(search.subject().document())
                        .select(f -> hit(f, summaries))
                        .where(f -> new Predicates(f, search.subject()).of(search))
                        .totalHitCountThreshold(EXACT_TOTAL)
                        .failAfter(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                        .fetch(offset, limit + 1));
        List<Hit> hits = result.hits();
        boolean more = hits.size() > limit && offset + limit < DEEPEST_RELEVANCE;
        List<Hit> page = hits.subList(0, Math.min(hits.size(), limit));
        Hit last = more ? page.get(limit - 1) : null;
        return found(page, result, last == null ? null : new Search.After((long) offset + limit, last.id()));
    }

    private Found ordered(Search search, boolean summaries) {
        Order order = search.order();
        String field = Objects.requireNonNull(order.field());
        record Keyed(Hit hit, Object key) {}
        SearchResult<Keyed> result = sessions.ask(session -> session.search(
                        search.subject().document())
                .select(f ->
                        f.composite().from(hit(f, summaries), f.field(field)).as(Keyed::new))
                .where(f -> new Predicates(f, search.subject()).of(search))
                .sort(f -> sort(f, order))
                .totalHitCountThreshold(EXACT_TOTAL)
                .failAfter(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .fetch(search.limit() + 1));
        List<Keyed> hits = result.hits();
        boolean more = hits.size() > search.limit();
        List<Keyed> page = new ArrayList<>(hits.subList(0, Math.min(hits.size(), search.limit())));
        Keyed last = more ? page.get(page.size() - 1) : null;
        return found(
                page.stream().map(Keyed::hit).toList(),
                result,
                last == null ? null : new Search.After(last.key(), last.hit().id()));
    }

    private static ProjectionFinalStep<Hit> hit(SearchProjectionFactory<?, ?> f, boolean summaries) {
        return summaries
                ? f.composite()
                        .from(f.id(UUID.class), f.field("summary", String.class))
                        .as(Hit::new)
                : f.composite().from(f.id(UUID.class)).as(id -> new Hit(id, null));
    }

    private static Found found(List<Hit> hits, SearchResult<?> result, Search.@Nullable After next) {
        boolean exact = result.total().isHitCountExact();
        long total = exact ? result.total().hitCount() : result.total().hitCountLowerBound();
        return new Found(hits, total, exact, next);
    }

    private static SortFinalStep sort(SearchSortFactory f, Order order) {
        boolean down = order.descending();
        return f.composite()
                .add(first(f, Objects.requireNonNull(order.field()), down))
                .add(NumberSort.by(f, "idHigh", down))
                .add(NumberSort.by(f, "idLow", down));
    }

    private static SortFinalStep first(SearchSortFactory f, String field, boolean down) {
        if (field.equals(Order.NAME)) {
            return down ? f.field(field).desc() : f.field(field).asc();
        }
        return NumberSort.by(f, field, down);
    }
}

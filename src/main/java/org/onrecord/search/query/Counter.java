package org.onrecord.search.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.util.common.data.Range;
import org.onrecord.search.engine.SearchSessions;
import org.onrecord.search.engine.ValueCounts;
import org.onrecord.search.index.NumberSort;
import org.springframework.stereotype.Service;

/** Counts over everything a search matches, without its results; asks the database nothing. */
@Service
public class Counter {

    private final SearchSessions sessions;
    private final ValueCounts values;

    Counter(SearchSessions sessions, ValueCounts values) {
        this.sessions = sessions;
        this.values = values;
    }

    /**
     * The most frequent values of fields.
     *
     * @param fields the index's fields, by the facets' names
     * @param size values of each
     */
    public List<Facet> facets(Search search, Map<String, String> fields, int size) {
        Map<String, Map<String, Long>> counted = values.count(
                search.subject().document(),
                f -> new Predicates(f, search.subject()).of(search),
                Set.copyOf(fields.values()),
                size,
                Finder.LONGEST);
        List<Facet> facets = new ArrayList<>();
        fields.forEach((name, field) -> facets.add(new Facet(name, counts(counted.getOrDefault(field, Map.of())))));
        return facets;
    }

    private static List<Facet.Count> counts(Map<String, Long> counted) {
        return counted.entrySet().stream()
                .map(entry -> new Facet.Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Facet.Count::count).reversed().thenComparing(Facet.Count::value))
                .toList();
    }

    /**
     * How many results lie in each of the stretches of time.
     *
     * @param limits ascending; each stretch reaches from one to just before the next
     */
    public List<Long> between(Search search, String field, List<Instant> limits) {
        List<Range<Instant>> ranges = new ArrayList<>();
        for (int i = 1; i < limits.size(); i++) {
            ranges.add(Range.canonical(limits.get(i - 1), limits.get(i)));
        }
        AggregationKey<Map<Range<Instant>, Long>> key = AggregationKey.of("stretches");
        Map<Range<Instant>, Long> counted = sessions.ask(session -> session.search(
                        search.subject().document())
                .select(f -> f.id())
                .where(f -> new Predicates(f, search.subject()).of(search))
                .aggregation(key, f -> f.range().field(field, Instant.class).ranges(ranges))
                .failAfter(Finder.LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .fetch(0)
                .aggregation(key));
        return ranges.stream().map(range -> counted.getOrDefault(range, 0L)).toList();
    }

    /** How many results there are. */
    public long count(Search search) {
        return sessions.ask(session -> session.search(search.subject().document())
                .where(f -> new Predicates(f, search.subject()).of(search))
                .failAfter(Finder.LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .fetchTotalHitCount());
    }

    /** The earliest and latest time among the results; empty where there are none. */
    public Optional<Extent> extent(Search search, String field) {
        return outermost(search, field, false)
                .flatMap(first -> outermost(search, field, true).map(last -> new Extent(first, last)));
    }

    /** As the first of a list: the index leaves out what cannot be, where a minimum would look at every result. */
    private Optional<Instant> outermost(Search search, String field, boolean latest) {
        return sessions.ask(session -> session
                .search(search.subject().document())
                .select(f -> f.field(field, Instant.class))
                .where(f -> new Predicates(f, search.subject()).of(search))
                .sort(f -> NumberSort.by(f, field, latest))
                .totalHitCountThreshold(1)
                .failAfter(Finder.LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .fetchHits(1)
                .stream()
                .findFirst());
    }

    /** From the first result to the last, both included. */
    public record Extent(Instant first, Instant last) {}
}

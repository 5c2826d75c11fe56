package org.onrecord.search.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.common.ValueModel;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/** Counts by Hibernate Search's aggregations, which OpenSearch computes fast. */
final class AggregatedValueCounts implements ValueCounts {

    private final SearchSessions sessions;

    AggregatedValueCounts(SearchSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Map<String, Map<String, Long>> count(
            Class<?> document,
            Function<SearchPredicateFactory, PredicateFinalStep> predicate,
            Collection<String> fields,
            int size,
            Duration longest) {
        return sessions.ask(session -> {
            var query = session.search(document).select(f -> f.id()).where(predicate::apply);
            Map<String, AggregationKey<Map<String, Long>>> keys = new LinkedHashMap<>();
            for (String field : fields) {
                AggregationKey<Map<String, Long>> key = AggregationKey.of(field);
                keys.put(field, key);
                query.aggregation(
                        key,
                        f -> f.terms()
                                .field(field, String.class, ValueModel.INDEX)
                                .orderByCountDescending()
                                .maxTermCount(size));
            }
            var result =
                    query.failAfter(longest.toMillis(), TimeUnit.MILLISECONDS).fetch(0);
            Map<String, Map<String, Long>> counted = new LinkedHashMap<>();
            keys.forEach((field, key) -> counted.put(field, result.aggregation(key)));
            return counted;
        });
    }
}

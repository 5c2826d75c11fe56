package org.onrecord.search.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * Counts the values of fields by their ordinals and looks up only the most frequent values. Hibernate Search's own
 * aggregation looks up every value of any hit in every segment: with a hundred thousand people named in an archive that
 * took longer than the rest of the search. Thread-safe.
 */
final class LuceneValueCounts implements ValueCounts {

    private final SearchSessions sessions;
    private final Map<String, GlobalOrdinals> ordinals = new ConcurrentHashMap<>();

    LuceneValueCounts(SearchSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Map<String, Map<String, Long>> count(
            Class<?> document,
            Function<SearchPredicateFactory, PredicateFinalStep> predicate,
            Collection<String> fields,
            int size,
            Duration longest) {
        return TimedSearcher.ask(sessions.scope(document), predicate, longest, (searcher, query) -> {
            IndexReader reader = searcher.getIndexReader();
            Map<String, OrdinalCounts> counts = new LinkedHashMap<>();
            for (String field : fields) {
                var known = ordinals(document.getSimpleName() + "." + field, field, reader);
                counts.put(field, new OrdinalCounts(field, known, reader));
            }
            searcher.collect(
                    searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1), new Batches(counts.values()));
            Map<String, Map<String, Long>> counted = new LinkedHashMap<>();
            for (var each : counts.entrySet()) {
                counted.put(each.getKey(), each.getValue().most(size));
            }
            return counted;
        });
    }

    private GlobalOrdinals ordinals(String key, String field, IndexReader reader) throws IOException {
        GlobalOrdinals known = ordinals.get(key);
        if (known != null && known.isGoodFor(reader, field)) {
            return known;
        }
        var made = GlobalOrdinals.of(reader, field);
        ordinals.put(key, made);
        return made;
    }

    /**
     * Collects documents in batches and has each field count a whole batch, which is faster than counting all fields of
     * one document after the other.
     */
    private record Batches(Collection<OrdinalCounts> fields) implements Collector {

        private static final int SIZE = 1_024;

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
            List<OrdinalCounts.InSegment> counts = new ArrayList<>();
            for (OrdinalCounts field : fields) {
                counts.add(field.in(segment));
            }
            int[] documents = new int[SIZE];
            return new LeafCollector() {
                private int size;

                @Override
                public void setScorer(Scorable scorer) {}

                @Override
                public void collect(int document) throws IOException {
                    documents[size++] = document;
                    if (size == SIZE) {
                        count();
                    }
                }

                private void count() throws IOException {
                    for (OrdinalCounts.InSegment each : counts) {
                        each.count(documents, size);
                    }
                    size = 0;
                }

                @Override
                public void finish() throws IOException {
                    count();
                    for (OrdinalCounts.InSegment each : counts) {
                        each.addToGlobal();
                    }
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}

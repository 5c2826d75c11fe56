package org.onrecord.search.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * Counts the values of fields by their numbers in the index and looks up the names of those that win only. Hibernate
 * Search's own aggregation looks up every value of any result, in every part of the index: with a hundred thousand
 * people named in an archive that took longer than all other searching together. How the parts' numbers belong
 * together is found out once; what was written since, in small parts of its own, is looked up by name until there is
 * too much of it. Thread-safe.
 */
final class LuceneValueCounts implements ValueCounts {

    /** Values in parts that came later: up to so many, or one of so many, are looked up by name. */
    private static final int FEW = 1_000;

    private static final int ONE_OF = 50;

    private final SearchSessions sessions;
    private final Map<String, Joined> joined = new ConcurrentHashMap<>();
    private final OrdinalColumnCache columns = new OrdinalColumnCache();

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
        var scope = sessions.scope(document);
        Query query = LuceneMigrationUtils.toLuceneQuery(
                predicate.apply(scope.predicate()).toPredicate());
        return TimedSearcher.ask(scope, longest, searcher -> {
            IndexReader reader = searcher.getIndexReader();
            List<Tally> tallies = new ArrayList<>();
            for (String field : fields) {
                tallies.add(new Tally(field, join(document.getSimpleName() + "." + field, field, reader), reader));
            }
            searcher.collect(
                    searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1),
                    new Batches(tallies, columns));
            Map<String, Map<String, Long>> counted = new LinkedHashMap<>();
            for (Tally tally : tallies) {
                counted.put(tally.field, tally.most(size));
            }
            return counted;
        });
    }

    private Joined join(String key, String field, IndexReader reader) throws IOException {
        Joined known = joined.get(key);
        if (known != null && known.isGoodFor(reader, field)) {
            return known;
        }
        var made = Joined.of(reader, field);
        joined.put(key, made);
        return made;
    }

    /**
     * How the numbers of a field's values in parts of an index belong together: all its parts of the time it was made.
     *
     * @param parts as Lucene tells them apart
     */
    private record Joined(List<Object> parts, OrdinalMap ordinals) {

        static Joined of(IndexReader reader, String field) throws IOException {
            List<Object> parts = new ArrayList<>();
            List<SortedSetDocValues> values = new ArrayList<>();
            for (LeafReaderContext part : reader.leaves()) {
                parts.add(key(part));
                values.add(DocValues.getSortedSet(part.reader(), field));
            }
            return new Joined(
                    parts, OrdinalMap.build(null, values.toArray(SortedSetDocValues[]::new), PackedInts.FASTEST));
        }

        /** What a part is known by, however many of its documents are deleted. */
        static Object key(LeafReaderContext part) {
            return part.reader().getCoreCacheHelper().getKey();
        }

        /** Whether all its parts are still there, and few values beside them. */
        boolean isGoodFor(IndexReader reader, String field) throws IOException {
            long beside = 0;
            int left = parts.size();
            for (LeafReaderContext part : reader.leaves()) {
                if (parts.contains(key(part))) {
                    left--;
                } else {
                    beside += DocValues.getSortedSet(part.reader(), field).getValueCount();
                }
            }
            return left == 0 && beside <= Math.max(FEW, ordinals.getValueCount() / ONE_OF);
        }
    }

    /** One field's values among the results seen so far. */
    private static final class Tally {

        private final String field;
        private final Joined joined;
        private final int[] counts;

        /** Values that none of the joined parts has. */
        private final Map<BytesRef, Integer> others = new HashMap<>();

        /** Of the joined parts, in their order; for looking up values, not for going through documents. */
        private final SortedSetDocValues[] names;

        Tally(String field, Joined joined, IndexReader reader) throws IOException {
            this.field = field;
            this.joined = joined;
            this.counts = new int[Math.toIntExact(joined.ordinals().getValueCount())];
            this.names = new SortedSetDocValues[joined.parts().size()];
            for (LeafReaderContext part : reader.leaves()) {
                int index = joined.parts().indexOf(Joined.key(part));
                if (index >= 0) {
                    names[index] = DocValues.getSortedSet(part.reader(), field);
                }
            }
        }

        PartTally in(LeafReaderContext part, OrdinalColumnCache columns) throws IOException {
            SortedSetDocValues values = DocValues.getSortedSet(part.reader(), field);
            return new PartTally(
                    this,
                    joined.parts().indexOf(Joined.key(part)),
                    values,
                    columns.of(part.reader(), field),
                    new int[Math.toIntExact(values.getValueCount())]);
        }

        /** Adds what was counted in one of the joined parts. */
        void add(int part, int[] here) {
            LongValues common = joined.ordinals().getGlobalOrds(part);
            for (int value = 0; value < here.length; value++) {
                if (here[value] > 0) {
                    counts[(int) common.get(value)] += here[value];
                }
            }
        }

        /** Adds what was counted of a value somewhere else. */
        void add(BytesRef name, int count) throws IOException {
            for (int part = 0; part < names.length; part++) {
                long value = names[part].lookupTerm(name);
                if (value >= 0) {
                    counts[(int) joined.ordinals().getGlobalOrds(part).get(value)] += count;
                    return;
                }
            }
            others.merge(BytesRef.deepCopyOf(name), count, Integer::sum);
        }

        /** Those of equal counts in the order of their names. */
        Map<String, Long> most(int size) throws IOException {
            List<Map.Entry<BytesRef, Integer>> best = new ArrayList<>(others.entrySet());
            for (int value : mostOfJoined(size)) {
                best.add(Map.entry(name(value), counts[value]));
            }
            best.sort(Map.Entry.<BytesRef, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()));
            Map<String, Long> named = new LinkedHashMap<>();
            for (var each : best.subList(0, Math.min(size, best.size()))) {
                named.put(each.getKey().utf8ToString(), each.getValue().longValue());
            }
            return named;
        }

        /** Values are numbered in the order of their names, so of equal ones the first are kept. */
        private Collection<Integer> mostOfJoined(int size) {
            var best = new PriorityQueue<Integer>(
                    Comparator.<Integer>comparingInt(value -> counts[value]).thenComparing(Comparator.reverseOrder()));
            int least = 0;
            for (int value = 0; value < counts.length; value++) {
                if (counts[value] > least) {
                    best.add(value);
                    if (best.size() > size) {
                        best.remove();
                    }
                    least = best.size() == size ? counts[best.element()] : 0;
                }
            }
            return best;
        }

        private BytesRef name(int value) throws IOException {
            OrdinalMap ordinals = joined.ordinals();
            return BytesRef.deepCopyOf(
                    names[ordinals.getFirstSegmentNumber(value)].lookupOrd(ordinals.getFirstSegmentOrd(value)));
        }
    }

    /**
     * Counts by a part's own numbers first: looking up the common one for every value cost more than counting.
     *
     * @param part which of the joined ones it is; negative where it came later
     * @param names for looking up values, not for going through documents
     */
    private record PartTally(
            Tally tally, int part, SortedSetDocValues names, OrdinalColumnCache.Column values, int[] here) {

        void count(int[] documents, int size) throws IOException {
            values.count(documents, size, here);
        }

        void add() throws IOException {
            if (part >= 0) {
                tally.add(part, here);
                return;
            }
            for (int value = 0; value < here.length; value++) {
                if (here[value] > 0) {
                    tally.add(names.lookupOrd(value), here[value]);
                }
            }
        }
    }

    /** Has all fields count the documents in batches: one field's values after each other are read faster than in turn. */
    private record Batches(List<Tally> tallies, OrdinalColumnCache columns) implements Collector {

        private static final int SIZE = 1_024;

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext part) throws IOException {
            List<PartTally> fields = new ArrayList<>();
            for (Tally tally : tallies) {
                fields.add(tally.in(part, columns));
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
                    for (PartTally field : fields) {
                        field.count(documents, size);
                    }
                    size = 0;
                }

                @Override
                public void finish() throws IOException {
                    count();
                    for (PartTally field : fields) {
                        field.add();
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

package org.onrecord.search.index;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
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
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of fields by their numbers in the index and looks up the names of those that win only. Hibernate
 * Search's own aggregation looks up every value of any result, in every part of the index: with a hundred thousand
 * people named in an archive that took longer than all other searching together. How the parts' numbers belong
 * together is kept until the index changes. Thread-safe.
 */
final class LuceneValueCounts implements ValueCounts {

    private final SearchSessions sessions;
    private final Map<String, Joined> joined = new ConcurrentHashMap<>();

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
                    new Batches(tallies));
            Map<String, Map<String, Long>> counted = new LinkedHashMap<>();
            for (Tally tally : tallies) {
                counted.put(tally.field, tally.most(size));
            }
            return counted;
        });
    }

    private Joined join(String key, String field, IndexReader reader) throws IOException {
        List<Object> parts = reader.leaves().stream()
                .map(leaf -> (Object) leaf.reader().getCoreCacheHelper().getKey())
                .toList();
        Joined known = joined.get(key);
        if (known != null && known.parts.equals(parts)) {
            return known;
        }
        SortedSetDocValues[] values = values(reader, field);
        var made = new Joined(parts, OrdinalMap.build(null, values, PackedInts.DEFAULT));
        joined.put(key, made);
        return made;
    }

    private static SortedSetDocValues[] values(IndexReader reader, String field) throws IOException {
        SortedSetDocValues[] values = new SortedSetDocValues[reader.leaves().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = DocValues.getSortedSet(reader.leaves().get(i).reader(), field);
        }
        return values;
    }

    /**
     * How the numbers of a field's values in the parts of an index belong together.
     *
     * @param parts of the index, as Lucene tells them apart
     */
    private record Joined(List<Object> parts, OrdinalMap ordinals) {}

    /** One field's values among the results seen so far. */
    private static final class Tally {

        private final String field;
        private final OrdinalMap ordinals;
        private final int[] counts;
        private final IndexReader reader;

        Tally(String field, Joined joined, IndexReader reader) {
            this.field = field;
            this.reader = reader;
            this.ordinals = joined.ordinals();
            this.counts = new int[Math.toIntExact(ordinals.getValueCount())];
        }

        PartTally in(LeafReaderContext part) throws IOException {
            SortedSetDocValues values = DocValues.getSortedSet(part.reader(), field);
            return new PartTally(
                    values,
                    DocValues.unwrapSingleton(values),
                    new int[Math.toIntExact(values.getValueCount())],
                    ordinals.getGlobalOrds(part.ord),
                    counts);
        }

        /** Values are numbered in their order, so equal counts come in that order too. */
        Map<String, Long> most(int size) throws IOException {
            Comparator<Integer> better =
                    Comparator.<Integer>comparingInt(value -> -counts[value]).thenComparing(Comparator.naturalOrder());
            var best = new PriorityQueue<>(better.reversed());
            for (int value = 0; value < counts.length; value++) {
                if (counts[value] > 0 && (best.size() < size || counts[value] > counts[best.element()])) {
                    best.add(value);
                    if (best.size() > size) {
                        best.remove();
                    }
                }
            }
            Integer[] ordered = best.toArray(Integer[]::new);
            Arrays.sort(ordered, better);
            Map<String, Long> named = new LinkedHashMap<>();
            for (int value : ordered) {
                named.put(name(value), (long) counts[value]);
            }
            return named;
        }

        private String name(int value) throws IOException {
            var part =
                    reader.leaves().get(ordinals.getFirstSegmentNumber(value)).reader();
            return DocValues.getSortedSet(part, field)
                    .lookupOrd(ordinals.getFirstSegmentOrd(value))
                    .utf8ToString();
        }
    }

    /**
     * Counts by a part's own numbers first: looking up the common one for every value cost more than counting.
     *
     * @param one the same values where no document has several
     * @param counts of the whole index, by common numbers
     */
    private record PartTally(
            SortedSetDocValues several, @Nullable SortedDocValues one, int[] here, LongValues common, int[] counts) {

        void count(int[] documents, int size) throws IOException {
            if (one == null) {
                countSeveral(documents, size);
                return;
            }
            for (int i = 0; i < size; i++) {
                if (one.advanceExact(documents[i])) {
                    here[one.ordValue()]++;
                }
            }
        }

        private void countSeveral(int[] documents, int size) throws IOException {
            for (int i = 0; i < size; i++) {
                if (several.advanceExact(documents[i])) {
                    for (int left = several.docValueCount(); left > 0; left--) {
                        here[(int) several.nextOrd()]++;
                    }
                }
            }
        }

        void add() {
            for (int value = 0; value < here.length; value++) {
                if (here[value] > 0) {
                    counts[(int) common.get(value)] += here[value];
                }
            }
        }
    }

    /** Has all fields count the documents in batches: one field's values after each other are read faster than in turn. */
    private record Batches(List<Tally> tallies) implements Collector {

        private static final int SIZE = 1_024;

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext part) throws IOException {
            List<PartTally> fields = new ArrayList<>();
            for (Tally tally : tallies) {
                fields.add(tally.in(part));
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
                    fields.forEach(PartTally::add);
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}

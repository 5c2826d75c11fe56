package org.onrecord.search.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/** How often each value of one field occurred in the documents counted so far. For one search. */
final class OrdinalCounts {

    private final String field;
    private final GlobalOrdinals ordinals;

    /** By global ordinal. */
    private final int[] counts;

    /** Values that only newer segments have. */
    private final Map<BytesRef, Integer> others = new HashMap<>();

    /** Of the mapped segments, in their order; for looking up terms, not for reading documents. */
    private final SortedSetDocValues[] terms;

    OrdinalCounts(String field, GlobalOrdinals ordinals, IndexReader reader) throws IOException {
        this.field = field;
        this.ordinals = ordinals;
        this.counts = new int[Math.toIntExact(ordinals.map().getValueCount())];
        this.terms = new SortedSetDocValues[ordinals.segments().size()];
        for (LeafReaderContext segment : reader.leaves()) {
            int index = ordinals.index(segment);
            if (index >= 0) {
                terms[index] = DocValues.getSortedSet(segment.reader(), field);
            }
        }
    }

    InSegment in(LeafReaderContext segment) throws IOException {
        return new InSegment(ordinals.index(segment), DocValues.getSortedSet(segment.reader(), field));
    }

    /** The most frequent values; those of equal counts in the order of their terms. */
    Map<String, Long> most(int size) throws IOException {
        List<Map.Entry<BytesRef, Integer>> best = new ArrayList<>(others.entrySet());
        for (int ordinal : mostOfMapped(size)) {
            best.add(Map.entry(term(ordinal), counts[ordinal]));
        }
        best.sort(Map.Entry.<BytesRef, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        Map<String, Long> most = new LinkedHashMap<>();
        for (var each : best.subList(0, Math.min(size, best.size()))) {
            most.put(each.getKey().utf8ToString(), each.getValue().longValue());
        }
        return most;
    }

    /** Ordinals are in the order of the terms, so of those with equal counts the first are kept. */
    private Collection<Integer> mostOfMapped(int size) {
        var best = new PriorityQueue<Integer>(
                Comparator.<Integer>comparingInt(ordinal -> counts[ordinal]).thenComparing(Comparator.reverseOrder()));
        int least = 0;
        for (int ordinal = 0; ordinal < counts.length; ordinal++) {
            if (counts[ordinal] > least) {
                best.add(ordinal);
                if (best.size() > size) {
                    best.remove();
                }
                least = best.size() == size ? counts[best.element()] : 0;
            }
        }
        return best;
    }

    private BytesRef term(int ordinal) throws IOException {
        var map = ordinals.map();
        return BytesRef.deepCopyOf(
                terms[map.getFirstSegmentNumber(ordinal)].lookupOrd(map.getFirstSegmentOrd(ordinal)));
    }

    /** Adds the count of a term of a newer segment. */
    private void add(BytesRef term, int count) throws IOException {
        for (int segment = 0; segment < terms.length; segment++) {
            long ordinal = terms[segment].lookupTerm(term);
            if (ordinal >= 0) {
                counts[(int) ordinals.map().getGlobalOrds(segment).get(ordinal)] += count;
                return;
            }
        }
        others.merge(BytesRef.deepCopyOf(term), count, Integer::sum);
    }

    /** Counts by the ordinals of one segment first: mapping each to its global ordinal cost more than counting. */
    final class InSegment {

        /** In the map; negative for a newer segment. */
        private final int segment;

        private final SortedSetDocValues values;

        /** The same values where no document has several, which are read faster. */
        private final @Nullable SortedDocValues single;

        private final int[] here;

        private InSegment(int segment, SortedSetDocValues values) {
            this.segment = segment;
            this.values = values;
            this.single = DocValues.unwrapSingleton(values);
            this.here = new int[Math.toIntExact(values.getValueCount())];
        }

        /** @param documents the first so many of these, ascending, after all that were counted before */
        void count(int[] documents, int size) throws IOException {
            for (int i = 0; i < size; i++) {
                if (single == null) {
                    countSeveral(documents[i]);
                } else if (single.advanceExact(documents[i])) {
                    here[single.ordValue()]++;
                }
            }
        }

        private void countSeveral(int document) throws IOException {
            if (values.advanceExact(document)) {
                for (int left = values.docValueCount(); left > 0; left--) {
                    here[(int) values.nextOrd()]++;
                }
            }
        }

        void addToGlobal() throws IOException {
            @Nullable LongValues global = segment < 0 ? null : ordinals.map().getGlobalOrds(segment);
            for (int ordinal = 0; ordinal < here.length; ordinal++) {
                if (here[ordinal] > 0 && global != null) {
                    counts[(int) global.get(ordinal)] += here[ordinal];
                } else if (here[ordinal] > 0) {
                    add(values.lookupOrd(ordinal), here[ordinal]);
                }
            }
        }
    }
}

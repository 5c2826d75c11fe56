package org.onrecord.search.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/**
 * Columns of the index that are asked much, held in memory: where a document's values are in a file is packed in several
 * ways, and unpacking that was half of counting. A part's column is held once as many documents were looked up in it as
 * it has, so that reading it whole costs no more than was spent on it already; of more than fits, those asked least go.
 * Thread-safe.
 */
final class OrdinalColumnCache {

    /** Documents; columns of smaller parts are read as they are, for such parts are soon merged. */
    private static final int SMALL = 1_000;

    /** All columns together take up to one of so many parts of the heap. */
    private static final int OF_HEAP = 10;

    private final Cache<Key, HeldColumn> held;
    private final Map<Key, AtomicLong> lookedUp = new ConcurrentHashMap<>();

    OrdinalColumnCache() {
        this(Runtime.getRuntime().maxMemory() / OF_HEAP);
    }

    /** @param most bytes */
    OrdinalColumnCache(long most) {
        held = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((Key key, HeldColumn column) -> column.bytes())
                .build();
    }

    /** A field's column in a part of the index, for one thread, while the index is open. */
    Column of(LeafReader part, String field) throws IOException {
        if (part.maxDoc() < SMALL) {
            return ReadColumn.of(part, field);
        }
        var key = new Key(part.getCoreCacheHelper().getKey(), field);
        HeldColumn known = held.getIfPresent(key);
        if (known != null) {
            return known;
        }
        AtomicLong documents = lookedUp.computeIfAbsent(key, unknown -> forgottenWith(part, unknown));
        if (documents.get() < part.maxDoc()) {
            return new CountedColumn(ReadColumn.of(part, field), documents);
        }
        // One that has to go is not read whole again before it is asked as much again.
        documents.set(0);
        var column = HeldColumn.of(part, field);
        held.put(key, column);
        return column;
    }

    private AtomicLong forgottenWith(LeafReader part, Key key) {
        part.getCoreCacheHelper().addClosedListener(closed -> {
            held.invalidate(key);
            lookedUp.remove(key);
        });
        return new AtomicLong();
    }

    /** Bytes held. */
    long bytes() {
        held.cleanUp();
        return held.asMap().values().stream().mapToLong(HeldColumn::bytes).sum();
    }

    /** @param part as Lucene tells parts apart, however many of its documents are deleted */
    private record Key(Object part, String field) {}

    /** Which values documents have in a field, by the numbers of the values. */
    interface Column {

        /**
         * Adds one for each value of some documents.
         *
         * @param documents the first so many of these, ascending, after all that were counted before
         * @param counts by the values' numbers
         */
        void count(int[] documents, int size, int[] counts) throws IOException;
    }

    /** @param lookedUp how many documents were, by everybody */
    private record CountedColumn(Column column, AtomicLong lookedUp) implements Column {

        @Override
        public void count(int[] documents, int size, int[] counts) throws IOException {
            column.count(documents, size, counts);
            lookedUp.addAndGet(size);
        }
    }

    /**
     * A column as it is in the file.
     *
     * @param one the same values where no document has several
     */
    private record ReadColumn(
            SortedSetDocValues several, @Nullable SortedDocValues one) implements Column {

        static ReadColumn of(LeafReader part, String field) throws IOException {
            SortedSetDocValues several = DocValues.getSortedSet(part, field);
            return new ReadColumn(several, DocValues.unwrapSingleton(several));
        }

        @Override
        public void count(int[] documents, int size, int[] counts) throws IOException {
            if (one == null) {
                countSeveral(documents, size, counts);
                return;
            }
            for (int i = 0; i < size; i++) {
                if (one.advanceExact(documents[i])) {
                    counts[one.ordValue()]++;
                }
            }
        }

        private void countSeveral(int[] documents, int size, int[] counts) throws IOException {
            for (int i = 0; i < size; i++) {
                if (several.advanceExact(documents[i])) {
                    for (int left = several.docValueCount(); left > 0; left--) {
                        counts[(int) several.nextOrd()]++;
                    }
                }
            }
        }
    }

    /**
     * A column in memory.
     *
     * @param starts where each document's values begin, and where the last one's end
     * @param values of all documents
     */
    private record HeldColumn(int[] starts, int[] values) implements Column {

        static HeldColumn of(LeafReader part, String field) throws IOException {
            SortedSetDocValues column = DocValues.getSortedSet(part, field);
            int[] starts = new int[part.maxDoc() + 1];
            int[] values = new int[part.maxDoc()];
            int all = 0;
            for (int document = 0; document < part.maxDoc(); document++) {
                if (column.advanceExact(document)) {
                    int several = column.docValueCount();
                    values = ArrayUtil.grow(values, all + several);
                    for (int i = 0; i < several; i++) {
                        values[all++] = (int) column.nextOrd();
                    }
                }
                starts[document + 1] = all;
            }
            return new HeldColumn(starts, Arrays.copyOf(values, all));
        }

        @Override
        public void count(int[] documents, int size, int[] counts) {
            for (int i = 0; i < size; i++) {
                int end = starts[documents[i] + 1];
                for (int value = starts[documents[i]]; value < end; value++) {
                    counts[values[value]]++;
                }
            }
        }

        int bytes() {
            return (int) Math.min(Integer.MAX_VALUE, Integer.BYTES * ((long) starts.length + values.length));
        }
    }
}

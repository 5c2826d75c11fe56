package org.onrecord.search.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.packed.PackedInts;

/**
 * Maps the ordinals that a field's values have in each segment to ordinals of all segments together. Making it reads all
 * values of the field, so it is kept when new segments come: they are small, and their values are looked up by term until
 * there are too many of them.
 *
 * @param segments by their cache keys, in the order of the map
 */
record GlobalOrdinals(List<Object> segments, OrdinalMap map) {

    /** Values of newer segments that are looked up by term: up to so many, or one of so many. */
    private static final int FEW = 1_000;

    private static final int ONE_OF = 50;

    static GlobalOrdinals of(IndexReader reader, String field) throws IOException {
        List<Object> segments = new ArrayList<>();
        List<SortedSetDocValues> values = new ArrayList<>();
        for (LeafReaderContext segment : reader.leaves()) {
            segments.add(key(segment));
            values.add(DocValues.getSortedSet(segment.reader(), field));
        }
        return new GlobalOrdinals(
                segments, OrdinalMap.build(null, values.toArray(SortedSetDocValues[]::new), PackedInts.FASTEST));
    }

    /** Identifies a segment, whether or not documents in it were deleted. */
    private static Object key(LeafReaderContext segment) {
        return segment.reader().getCoreCacheHelper().getKey();
    }

    /** The place of a segment in the map; negative for a newer one. */
    int index(LeafReaderContext segment) {
        return segments.indexOf(key(segment));
    }

    /** Whether all its segments are still there, with few values in newer ones. */
    boolean isGoodFor(IndexReader reader, String field) throws IOException {
        long newer = 0;
        int left = segments.size();
        for (LeafReaderContext segment : reader.leaves()) {
            if (index(segment) >= 0) {
                left--;
            } else {
                newer += DocValues.getSortedSet(segment.reader(), field).getValueCount();
            }
        }
        return left == 0 && newer <= Math.max(FEW, map.getValueCount() / ONE_OF);
    }
}

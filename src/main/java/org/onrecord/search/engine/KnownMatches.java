package org.onrecord.search.engine;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/**
 * How many documents match a query, as far as Lucene knows without looking at them.
 *
 * @param least how many match at least
 * @param exact whether exactly so many match
 */
record KnownMatches(long least, boolean exact) {

    static final KnownMatches UNKNOWN = new KnownMatches(0, false);

    static KnownMatches of(Query query, Weight weight, List<LeafReaderContext> segments) throws IOException {
        long least = 0;
        boolean exact = true;
        for (LeafReaderContext segment : segments) {
            int known = weight.count(segment);
            least += known >= 0 ? known : least(query, segment.reader());
            exact &= known >= 0;
        }
        return new KnownMatches(least, exact);
    }

    /** Lucene knows in how many documents a term is, but not how many of these were deleted: all deleted ones may be. */
    private static long least(Query query, LeafReader segment) throws IOException {
        return query instanceof TermQuery term
                ? Math.max(0, segment.docFreq(term.getTerm()) - segment.numDeletedDocs())
                : 0;
    }
}

package org.onrecord.search.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.engine.TopHits.Wanted;
import org.onrecord.search.index.SummaryDocValues;

/** Reads what a list shows of documents from the doc values of one segment. */
record HitReader(
        SortedNumericDocValues idHigh,
        SortedNumericDocValues idLow,
        @Nullable BinaryDocValues summary) {

    /** Hits in the order found. Doc values can only be read forward, so they are read in the order of the index. */
    static List<Hit> read(ScoreDoc[] found, List<LeafReaderContext> segments, Wanted wanted) throws IOException {
        int[] forward = IntStream.range(0, found.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> found[i].doc))
                .mapToInt(Integer::intValue)
                .toArray();
        Hit[] hits = new Hit[found.length];
        LeafReaderContext segment = null;
        HitReader reader = null;
        for (int i : forward) {
            LeafReaderContext its = segments.get(ReaderUtil.subIndex(found[i].doc, segments));
            if (reader == null || its != segment) {
                segment = its;
                reader = of(its.reader(), wanted.summaries());
            }
            Object key = found[i] instanceof FieldDoc ordered ? wanted.order().key(ordered.fields[0]) : null;
            hits[i] = reader.hit(found[i].doc - its.docBase, key);
        }
        return List.of(hits);
    }

    private static HitReader of(LeafReader segment, boolean summaries) throws IOException {
        return new HitReader(
                DocValues.getSortedNumeric(segment, "idHigh"),
                DocValues.getSortedNumeric(segment, "idLow"),
                summaries ? DocValues.getBinary(segment, SummaryDocValues.NAME) : null);
    }

    private Hit hit(int document, @Nullable Object key) throws IOException {
        return new Hit(new UUID(half(idHigh, document), half(idLow, document)), key, summary(document));
    }

    private static long half(SortedNumericDocValues id, int document) throws IOException {
        if (!id.advanceExact(document)) {
            throw new CorruptIndexException("document " + document + " has no id", "doc values");
        }
        return id.nextValue();
    }

    private @Nullable String summary(int document) throws IOException {
        if (summary == null || !summary.advanceExact(document)) {
            return null;
        }
        BytesRef json = summary.binaryValue();
        if (json.length < 2 || json.bytes[json.offset] != '{' || json.bytes[json.offset + json.length - 1] != '}') {
            throw new CorruptIndexException("document " + document + " has no summary", SummaryDocValues.NAME);
        }
        // Faster than Lucene's utf8ToString, which decodes every byte; Java copies ASCII texts as they are.
        return new String(json.bytes, json.offset, json.length, StandardCharsets.UTF_8);
    }
}

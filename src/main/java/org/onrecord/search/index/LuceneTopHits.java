package org.onrecord.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.jspecify.annotations.Nullable;

/**
 * Asks Lucene itself, with the query and the order Hibernate Search makes. Where it is known beforehand how many match,
 * nothing is looked at for the sake of counting; and what hits bring comes from values kept by column, where Hibernate
 * Search would unpack stored fields.
 */
final class LuceneTopHits implements TopHits {

    private final SearchSessions sessions;

    LuceneTopHits(SearchSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Top find(Wanted wanted) {
        SearchScope<?> scope = sessions.scope(wanted.document());
        Query query = LuceneMigrationUtils.toLuceneQuery(
                wanted.predicate().apply(scope.predicate()).toPredicate());
        Sort sort = wanted.order().isRelevance()
                ? null
                : LuceneMigrationUtils.toLuceneSort(
                        wanted.order().sort(scope.sort()).toSort());
        return TimedSearcher.ask(scope, wanted.longest(), searcher -> find(searcher, query, sort, wanted));
    }

    private static Top find(TimedSearcher searcher, Query asked, @Nullable Sort sort, Wanted wanted)
            throws IOException {
        var words = LookedUpWords.of(searcher.rewrite(asked), searcher.getTopReaderContext());
        Query query = words.query();
        List<LeafReaderContext> parts = searcher.getLeafContexts();
        boolean few = sort == null && !(query instanceof TermQuery) && words.most() <= wanted.exactTotal();
        ScoreMode mode = sort != null ? ScoreMode.TOP_DOCS : few ? ScoreMode.COMPLETE : ScoreMode.TOP_SCORES;
        Weight weight = searcher.createWeight(query, mode, 1);
        Matches matches = Matches.of(query, weight, parts);
        int counted = wanted.exactTotal();
        if (few) {
            // Each will be looked at, so a way of leaving some out would only cost.
            counted = Integer.MAX_VALUE;
        } else if (sort == null && matches.isEnough(counted)) {
            counted = 0;
        }
        TopDocs found = top(searcher, weight, sort, counted, wanted.from() + wanted.size());
        List<Hit> hits = hits(parts, found.scoreDocs, wanted);
        return matches.isEnough(wanted.exactTotal())
                ? new Top(hits, matches.least, matches.exact)
                : new Top(hits, found.totalHits.value, found.totalHits.relation == TotalHits.Relation.EQUAL_TO);
    }

    private static TopDocs top(TimedSearcher searcher, Weight weight, @Nullable Sort sort, int counted, int depth)
            throws IOException {
        int documents = Math.max(1, searcher.getIndexReader().maxDoc());
        int most = Math.min(depth, documents);
        TopDocsCollector<?> collector = sort == null
                ? new TopScoreDocCollectorManager(most, null, counted, false).newCollector()
                : new TopFieldCollectorManager(sort, most, null, counted, false).newCollector();
        searcher.collect(weight, collector);
        return collector.topDocs();
    }

    /** In the order found, but read in the order of the index, which only goes forward. */
    private static List<Hit> hits(List<LeafReaderContext> parts, ScoreDoc[] top, Wanted wanted) throws IOException {
        ScoreDoc[] found = Arrays.copyOfRange(top, Math.min(wanted.from(), top.length), top.length);
        int[] forward = IntStream.range(0, found.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> found[i].doc))
                .mapToInt(Integer::intValue)
                .toArray();
        Hit[] hits = new Hit[found.length];
        LeafReaderContext part = null;
        Columns columns = null;
        for (int i : forward) {
            LeafReaderContext its = parts.get(ReaderUtil.subIndex(found[i].doc, parts));
            if (columns == null || its != part) {
                part = its;
                columns = Columns.of(its.reader(), wanted.summaries());
            }
            Object key = found[i] instanceof FieldDoc ordered ? wanted.order().key(ordered.fields[0]) : null;
            hits[i] = columns.hit(found[i].doc - its.docBase, key);
        }
        return List.of(hits);
    }

    /**
     * How many documents match, as far as it is known without looking at them.
     *
     * @param least that match
     * @param exact whether these are all
     */
    private record Matches(long least, boolean exact) {

        /** Whether nothing need be counted to know that there are so many, or how many there are. */
        boolean isEnough(int wanted) {
            return exact || least > wanted;
        }

        static Matches of(Query query, Weight weight, List<LeafReaderContext> parts) throws IOException {
            long least = 0;
            boolean exact = true;
            for (LeafReaderContext part : parts) {
                int known = weight.count(part);
                least += known >= 0 ? known : least(query, part.reader());
                exact &= known >= 0;
            }
            return new Matches(least, exact);
        }

        /** Of the documents with a word, all could be among those deleted. */
        private static long least(Query query, LeafReader part) throws IOException {
            return query instanceof TermQuery word
                    ? Math.max(0, part.docFreq(word.getTerm()) - part.numDeletedDocs())
                    : 0;
        }
    }

    /** What a part of the index keeps of its documents by column. */
    private record Columns(
            SortedNumericDocValues idHigh,
            SortedNumericDocValues idLow,
            @Nullable BinaryDocValues summary) {

        static Columns of(LeafReader part, boolean summaries) throws IOException {
            return new Columns(
                    DocValues.getSortedNumeric(part, "idHigh"),
                    DocValues.getSortedNumeric(part, "idLow"),
                    summaries ? DocValues.getBinary(part, SummaryColumn.NAME) : null);
        }

        Hit hit(int document, @Nullable Object key) throws IOException {
            var id = new UUID(number(idHigh, document), number(idLow, document));
            return new Hit(id, key, summary(document));
        }

        private @Nullable String summary(int document) throws IOException {
            return summary != null && summary.advanceExact(document)
                    ? summary.binaryValue().utf8ToString()
                    : null;
        }

        private static long number(SortedNumericDocValues column, int document) throws IOException {
            if (!column.advanceExact(document)) {
                throw new IllegalStateException("document " + document + " has no id");
            }
            return column.nextValue();
        }
    }
}

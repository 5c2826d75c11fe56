package org.onrecord.search.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.apache.lucene.util.BytesRef;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.index.SummaryColumn;

/**
 * Asks Lucene itself, with the query and the order Hibernate Search makes. Where it is known beforehand how many match,
 * nothing is looked at for the sake of counting; and what hits bring comes from values kept by column, where Hibernate
 * Search would unpack stored fields.
 */
final class LuceneTopHits implements TopHits {

    /** Times the exact total; with it questions of four common words took a fifth less of Lucene than without. */
    private static final long FEW_BEFORE_EXCLUDING = 5;

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
        var words = ResolvedTerms.of(searcher.rewrite(asked), searcher.getTopReaderContext());
        var excluding = Exclusions.in(words.query());
        Query query = searcher.rewrite(excluding.included());
        boolean few = sort == null && !(query instanceof TermQuery) && words.most() <= few(wanted, excluding);
        ScoreMode mode = few ? ScoreMode.COMPLETE : sort == null ? ScoreMode.TOP_SCORES : ScoreMode.TOP_DOCS;
        Weight weight = searcher.createWeight(query, mode, 1);
        List<LeafReaderContext> parts = searcher.getLeafContexts();
        // All of few are counted while they are looked at, and what is known of words is not known of what is left of
        // them.
        Matches matches = few || excluding.excluded() != null ? Matches.UNKNOWN : Matches.of(query, weight, parts);
        boolean known = matches.exact || matches.least > wanted.exactTotal();
        int counted = few ? Integer.MAX_VALUE : sort == null && known ? 0 : wanted.exactTotal();
        TopDocsCollector<?> collector = collector(sort, counted, wanted.from() + wanted.size(), searcher);
        searcher.collect(weight, excluding.from(collector, searcher));
        TopDocs found = collector.topDocs();
        List<Hit> hits = hits(parts, found.scoreDocs, wanted);
        return known
                ? new Top(hits, matches.least, matches.exact)
                : new Top(hits, found.totalHits.value, found.totalHits.relation == TotalHits.Relation.EQUAL_TO);
    }

    /**
     * Where no more than so many can match, all are looked at: a way of leaving some out would only cost. It costs more
     * where some are excluded, which have to be found as well.
     */
    private static long few(Wanted wanted, Exclusions excluding) {
        return excluding.excluded() == null ? wanted.exactTotal() : FEW_BEFORE_EXCLUDING * wanted.exactTotal();
    }

    private static TopDocsCollector<?> collector(@Nullable Sort sort, int counted, int depth, TimedSearcher searcher) {
        int most = Math.min(depth, Math.max(1, searcher.getIndexReader().maxDoc()));
        return sort == null
                ? new TopScoreDocCollectorManager(most, null, counted, false).newCollector()
                : new TopFieldCollectorManager(sort, most, null, counted, false).newCollector();
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

        static final Matches UNKNOWN = new Matches(0, false);

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
            if (summary == null || !summary.advanceExact(document)) {
                return null;
            }
            BytesRef json = summary.binaryValue();
            // Lucene's own utf8ToString goes over every byte; Java takes most texts as they are.
            return new String(json.bytes, json.offset, json.length, StandardCharsets.UTF_8);
        }

        private static long number(SortedNumericDocValues column, int document) throws IOException {
            if (!column.advanceExact(document)) {
                throw new IllegalStateException("document " + document + " has no id");
            }
            return column.nextValue();
        }
    }
}

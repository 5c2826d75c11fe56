package org.onrecord.search.engine;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
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
 * Asks Lucene itself, with the query and the order that Hibernate Search makes. No document is scored only to be counted
 * where Lucene knows the total; and hits are read from doc values, where Hibernate Search would unpack stored fields.
 */
final class LuceneTopHits implements TopHits {

    private final SearchSessions sessions;

    LuceneTopHits(SearchSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Top find(Wanted wanted) {
        SearchScope<?> scope = sessions.scope(wanted.document());
        Sort sort = wanted.order().isRelevance()
                ? null
                : LuceneMigrationUtils.toLuceneSort(
                        wanted.order().sort(scope.sort()).toSort());
        return TimedSearcher.ask(
                scope, wanted.predicate(), wanted.longest(), (searcher, query) -> find(searcher, query, sort, wanted));
    }

    private static Top find(TimedSearcher searcher, Query query, @Nullable Sort sort, Wanted wanted)
            throws IOException {
        Weight weight = searcher.createWeight(query, sort == null ? ScoreMode.TOP_SCORES : ScoreMode.TOP_DOCS, 1);
        List<LeafReaderContext> segments = searcher.getLeafContexts();
        var known = KnownMatches.of(query, weight, segments);
        boolean enough = known.exact() || known.least() > wanted.exactTotal();
        TopDocs found = collect(searcher, weight, sort, sort == null && enough ? 0 : wanted.exactTotal(), wanted);
        List<Hit> hits = HitReader.read(page(found, wanted), segments, wanted);
        return enough
                ? new Top(hits, known.least(), known.exact())
                : new Top(hits, found.totalHits.value, found.totalHits.relation == TotalHits.Relation.EQUAL_TO);
    }

    /** @param counted so many matches are counted at least; after that, documents that cannot be listed are left out */
    private static TopDocs collect(
            TimedSearcher searcher, Weight weight, @Nullable Sort sort, int counted, Wanted wanted) throws IOException {
        int depth = Math.min(
                wanted.from() + wanted.size(),
                Math.max(1, searcher.getIndexReader().maxDoc()));
        TopDocsCollector<?> collector = sort == null
                ? new TopScoreDocCollectorManager(depth, null, counted, false).newCollector()
                : new TopFieldCollectorManager(sort, depth, null, counted, false).newCollector();
        searcher.collect(weight, collector);
        return collector.topDocs();
    }

    private static ScoreDoc[] page(TopDocs found, Wanted wanted) {
        ScoreDoc[] top = found.scoreDocs;
        return Arrays.copyOfRange(top, Math.min(wanted.from(), top.length), top.length);
    }
}

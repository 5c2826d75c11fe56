package org.onrecord.search.engine;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A query taken apart into what is looked for and what is not: excluded documents are passed over when they are found.
 * Lucene would look for the rest from each excluded document to the next, which for a common word is a search for every
 * few documents.
 *
 * @param included what is looked for
 * @param excluded what of it is not wanted; null where nothing is excluded
 */
record Exclusions(Query included, @Nullable Query excluded) {

    static Exclusions in(Query query) {
        if (!(query instanceof BooleanQuery several)
                || several.clauses().stream().noneMatch(BooleanClause::isProhibited)) {
            return new Exclusions(query, null);
        }
        var included = new BooleanQuery.Builder().setMinimumNumberShouldMatch(several.getMinimumNumberShouldMatch());
        var excluded = new BooleanQuery.Builder();
        for (BooleanClause clause : several) {
            if (clause.isProhibited()) {
                excluded.add(clause.getQuery(), BooleanClause.Occur.SHOULD);
            } else {
                included.add(clause);
            }
        }
        return new Exclusions(included.build(), excluded.build());
    }

    /** A collector that collects what is left. */
    Collector from(Collector all, IndexSearcher searcher) throws IOException {
        if (excluded == null) {
            return all;
        }
        Weight passedOver = searcher.createWeight(searcher.rewrite(excluded), ScoreMode.COMPLETE_NO_SCORES, 1);
        return new FilterCollector(all) {
            @Override
            public LeafCollector getLeafCollector(LeafReaderContext part) throws IOException {
                LeafCollector collector = super.getLeafCollector(part);
                Scorer documents = passedOver.scorer(part);
                return documents == null ? collector : passingOver(documents.iterator(), collector);
            }
        };
    }

    private static LeafCollector passingOver(DocIdSetIterator documents, LeafCollector collector) {
        return new FilterLeafCollector(collector) {
            @Override
            public void collect(int document) throws IOException {
                if (documents.docID() < document) {
                    documents.advance(document);
                }
                if (documents.docID() != document) {
                    super.collect(document);
                }
            }
        };
    }
}

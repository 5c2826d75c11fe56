package org.onrecord.search.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Weight;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.util.common.SearchException;
import org.hibernate.search.util.common.SearchTimeoutException;

/** Lucene's searcher for one search, which gives up after a while. */
final class TimedSearcher extends IndexSearcher {

    private final Duration longest;

    private TimedSearcher(IndexReader reader, Duration longest) {
        super(reader);
        this.longest = longest;
        long deadline = System.nanoTime() + longest.toNanos();
        setTimeout(() -> System.nanoTime() - deadline > 0);
    }

    /**
     * Asks an index as it is now.
     *
     * @param longest after which to give up
     * @throws SearchException if it cannot be read
     * @throws SearchTimeoutException if it took too long
     * @throws RefusedQuery if Lucene does not carry the query out
     */
    static <T> T ask(
            SearchScope<?> scope,
            Function<SearchPredicateFactory, PredicateFinalStep> predicate,
            Duration longest,
            Question<T> question) {
        try (IndexReader reader = scope.extension(LuceneExtension.get()).openIndexReader()) {
            var searcher = new TimedSearcher(reader, longest);
            Query query = LuceneMigrationUtils.toLuceneQuery(
                    predicate.apply(scope.predicate()).toPredicate());
            return question.answer(searcher, searcher.rewrite(query));
        } catch (IOException e) {
            throw new SearchException("the index cannot be read: " + e.getMessage(), e);
        } catch (RuntimeException | VirtualMachineError e) {
            throw IndexFailure.ofReading(e);
        }
    }

    /**
     * Collects everything a query matches.
     *
     * @throws SearchTimeoutException if it took too long
     */
    void collect(Weight query, Collector collector) throws IOException {
        search(leafContexts, query, collector);
        if (timedOut()) {
            throw new SearchTimeoutException("searching took longer than " + longest);
        }
    }

    /** What to ask Lucene; the query is rewritten for the index. */
    interface Question<T> {
        T answer(TimedSearcher searcher, Query query) throws IOException;
    }
}

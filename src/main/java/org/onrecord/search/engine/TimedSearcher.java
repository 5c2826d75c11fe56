package org.onrecord.search.engine;

import java.io.IOException;
import java.time.Duration;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Weight;
import org.hibernate.search.backend.lucene.LuceneExtension;
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
     */
    static <T> T ask(SearchScope<?> scope, Duration longest, Question<T> question) {
        try (IndexReader reader = scope.extension(LuceneExtension.get()).openIndexReader()) {
            return question.answer(new TimedSearcher(reader, longest));
        } catch (IOException e) {
            throw new SearchException("the index cannot be read: " + e.getMessage(), e);
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

    /** What to ask Lucene. */
    interface Question<T> {
        T answer(TimedSearcher searcher) throws IOException;
    }
}

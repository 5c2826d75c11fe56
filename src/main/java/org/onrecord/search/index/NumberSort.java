package org.onrecord.search.index;

import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;

/**
 * Sorts by a field of whole numbers or times that every document has. Hibernate Search sorts Lucene's documents by a way
 * of its own, which looks at each of them; Lucene's leaves out those that can no longer be among the first.
 */
public final class NumberSort {

    private NumberSort() {}

    public static SortFinalStep by(SearchSortFactory f, String field, boolean descending) {
        return f.extension()
                .ifSupported(
                        LuceneExtension.get(),
                        lucene -> lucene.fromLuceneSortField(
                                new SortedNumericSortField(field, SortField.Type.LONG, descending)))
                .orElse(any ->
                        descending ? any.field(field).desc() : any.field(field).asc());
    }
}

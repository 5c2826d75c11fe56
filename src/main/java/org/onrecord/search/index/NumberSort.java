package org.onrecord.search.index;

import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;

/**
 * Sorts by a numeric field that every document has. With Lucene it uses Lucene's own comparator, which skips documents
 * that can no longer be among the first; Hibernate Search's comparator looks at every document.
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

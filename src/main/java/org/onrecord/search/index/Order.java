package org.onrecord.search.index;

import java.time.Instant;
import java.util.Objects;
import org.apache.lucene.util.BytesRef;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.jspecify.annotations.Nullable;

/**
 * In which order results come.
 *
 * @param field the index's field, or null for the most relevant first
 * @param equal how results are ordered that are equal in the field
 */
public record Order(@Nullable String field, boolean descending, Equal equal) {

    /** The field of names, the only one sorted as text. */
    public static final String NAME = "nameKey";

    /** The field of entities that counts their mentions. */
    public static final String PROMINENCE = "prominence";

    public static final Order RELEVANCE = new Order(null, true);

    /** Entities as they are suggested: the most prominent first. */
    public static final Order SUGGESTED = new Order(PROMINENCE, true, Equal.BY_NAME);

    /** Breaks ties by id, so that a list can continue after any result. */
    public Order(@Nullable String field, boolean descending) {
        this(field, descending, Equal.BY_ID);
    }

    public boolean isRelevance() {
        return field == null;
    }

    /** The value of the field that was indexed, from Lucene's sort value. */
    public Object key(Object sorted) {
        if (sorted instanceof BytesRef text) {
            return text.utf8ToString();
        }
        return PROMINENCE.equals(field) ? sorted : Instant.ofEpochMilli((Long) sorted);
    }

    /** The sort for Hibernate Search. Not for relevance, which needs none. */
    public SortFinalStep sort(SearchSortFactory f) {
        var order = f.composite().add(first(f, Objects.requireNonNull(field)));
        if (equal == Equal.BY_NAME) {
            return order.add(f.field(NAME).asc());
        }
        return order.add(NumberSort.by(f, "idHigh", descending)).add(NumberSort.by(f, "idLow", descending));
    }

    private SortFinalStep first(SearchSortFactory f, String by) {
        if (by.equals(NAME)) {
            return descending ? f.field(by).desc() : f.field(by).asc();
        }
        return NumberSort.by(f, by, descending);
    }

    /** In which order results come that are equal in the field. */
    public enum Equal {
        /** In the direction of the list. */
        BY_ID,
        /** From A to Z. */
        BY_NAME
    }
}

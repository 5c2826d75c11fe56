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
 * @param values what the field holds; of relevance, places in the list
 * @param equal how results are ordered that are equal in the field
 */
public record Order(@Nullable String field, Values values, boolean descending, Equal equal) {

    public static final Order RELEVANCE = new Order(null, Values.NUMBERS, true);

    /** Entities as they are suggested: the most prominent first. */
    public static final Order SUGGESTED = new Order("prominence", Values.NUMBERS, true, Equal.BY_NAME);

    /** Breaks ties by id, so that a list can continue after any result. */
    public Order(@Nullable String field, Values values, boolean descending) {
        this(field, values, descending, Equal.BY_ID);
    }

    /** By a field of times. */
    public Order(String field, boolean descending) {
        this(field, Values.TIMES, descending);
    }

    public boolean isRelevance() {
        return field == null;
    }

    /** The value of the field that was indexed, from Lucene's sort value. */
    public Object key(Object sorted) {
        if (sorted instanceof BytesRef text) {
            return text.utf8ToString();
        }
        return values == Values.NUMBERS ? sorted : Instant.ofEpochMilli((Long) sorted);
    }

    /** The sort for Hibernate Search. Not for relevance, which needs none. */
    public SortFinalStep sort(SearchSortFactory f) {
        var order = f.composite().add(first(f, Objects.requireNonNull(field)));
        if (equal == Equal.BY_NAME) {
            return order.add(f.field("nameKey").asc());
        }
        return order.add(NumberSort.by(f, "idHigh", descending)).add(NumberSort.by(f, "idLow", descending));
    }

    private SortFinalStep first(SearchSortFactory f, String by) {
        if (values == Values.TEXTS) {
            return descending ? f.field(by).desc() : f.field(by).asc();
        }
        return NumberSort.by(f, by, descending);
    }

    /** What a field holds that results are ordered by. */
    public enum Values {
        TIMES,
        NUMBERS,
        /** Sorted as text. */
        TEXTS
    }

    /** In which order results come that are equal in the field. */
    public enum Equal {
        /** In the direction of the list. */
        BY_ID,
        /** From A to Z. */
        BY_NAME
    }
}

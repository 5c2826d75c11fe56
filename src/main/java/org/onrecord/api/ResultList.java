package org.onrecord.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What every list answers with: a page of results, how many there are in all, and where the next page is. The answer
 * also carries {@code next} as a {@code Link} header.
 *
 * @param results the page, in the order asked for
 * @param total how many there are in all, or, with {@code gte}, at least
 * @param totalRelation whether the total is exact
 * @param limit the most a page holds, as asked for
 * @param next the absolute URL of the next page, null on the last
 * @param facets counts by facet and value, null unless asked for
 * @param query how the query was understood, null where there is none
 */
public record ResultList<T>(
        List<T> results,
        long total,
        Relation totalRelation,
        int limit,
        @Nullable String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, List<FacetValue>> facets,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Query query) {

    public ResultList {
        results = List.copyOf(results);
    }

    /**
     * A page in answer to the request being handled.
     *
     * @param nextCursor the cursor of the next page, null on the last
     */
    public static <T> ResultList<T> of(
            List<T> results, long total, Relation relation, int limit, @Nullable String nextCursor) {
        return new ResultList<>(results, total, relation, limit, nextUrl(nextCursor), null, null);
    }

    /**
     * The page that begins what was found.
     *
     * @param found one result more than the page holds, if there are that many: that tells whether there is a next page
     * @param cursorAfter makes the cursor that goes on after a result
     */
    public static <T> ResultList<T> page(
            List<T> found, long total, Relation relation, int limit, Function<T, String> cursorAfter) {
        return found.size() <= limit
                ? of(found, total, relation, limit, null)
                : of(found.subList(0, limit), total, relation, limit, cursorAfter.apply(found.get(limit - 1)));
    }

    /** The same page, each result shown in another way. */
    public <R> ResultList<R> map(Function<T, R> view) {
        return new ResultList<>(results.stream().map(view).toList(), total, totalRelation, limit, next, facets, query);
    }

    /** All there is, on one page. */
    public static <T> ResultList<T> all(List<T> results) {
        return new ResultList<>(results, results.size(), Relation.EQ, Math.max(1, results.size()), null, null, null);
    }

    public ResultList<T> withFacets(@Nullable Map<String, List<FacetValue>> counted) {
        return new ResultList<>(results, total, totalRelation, limit, next, counted, query);
    }

    public ResultList<T> withQuery(@Nullable Query understood) {
        return new ResultList<>(results, total, totalRelation, limit, next, facets, understood);
    }

    /** The request being handled, with another cursor; null for none. */
    public static @Nullable String nextUrl(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        var request = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        // The query goes over as it came: building it from decoded values would have to encode it again.
        String asked = Objects.requireNonNullElse(request.getRequest().getQueryString(), "");
        var query = new StringBuilder();
        for (String pair : asked.split("&")) {
            if (!pair.isEmpty() && !pair.startsWith("cursor=")) {
                query.append(pair).append('&');
            }
        }
        query.append("cursor=").append(UriUtils.encodeQueryParam(cursor, "UTF-8"));
        return ServletUriComponentsBuilder.fromCurrentRequestUri().build(true) + "?" + query;
    }

    /** How a total is meant. */
    public enum Relation {
        /** There are exactly that many. */
        EQ,
        /** There are at least that many. */
        GTE
    }

    /**
     * One value of a facet.
     *
     * @param value as the filter of the same name takes it
     * @param label the value as people read it
     * @param count how many results have it
     */
    public record FacetValue(String value, String label, long count) {}

    /**
     * How a query was understood.
     *
     * @param parsed the query as it was read, with every word's operator shown
     * @param warnings what may not have been meant, for people
     */
    public record Query(@Nullable String parsed, List<String> warnings) {

        public Query {
            warnings = List.copyOf(warnings);
        }
    }
}

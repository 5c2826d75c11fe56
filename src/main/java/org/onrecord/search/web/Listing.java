package org.onrecord.search.web;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.onrecord.article.Expansion;
import org.onrecord.search.listing.Highlighter;
import org.onrecord.search.query.Found;

/**
 * How results of one subject are shown.
 *
 * @param show results that were found, in that order, without those that may not be seen; what articles are shown with
 *     means nothing to other results
 * @param highlight the same results with the words looked for marked
 * @param table the results as rows
 * @param feed the results as entries of a feed
 */
record Listing<T>(
        BiFunction<Found, Set<Expansion>, List<T>> show,
        BiFunction<List<T>, Highlighter, List<T>> highlight,
        Table<T> table,
        Function<T, FeedEntry> feed) {}

package org.onrecord.search.web;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.onrecord.search.Highlighter;

/**
 * How results of one subject are shown.
 *
 * @param show results by their ids, in that order, without those that may not be seen
 * @param highlight the same results with the words looked for marked
 * @param table the results as rows
 * @param feed the results as entries of a feed
 */
record Listing<T>(
        Function<List<UUID>, List<T>> show,
        BiFunction<List<T>, Highlighter, List<T>> highlight,
        Table<T> table,
        Function<T, FeedEntry> feed) {}

package org.onrecord.search.query;

/**
 * How many match.
 *
 * @param total at least so many where it is not exact
 */
public record Matches(long total, boolean exact) {}

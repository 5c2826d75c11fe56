package org.onrecord.quote;

/**
 * What a new version or a new reading did to an article's quotes.
 *
 * @param added quotes that are new
 * @param kept quotes that still stand
 * @param gone quotes that no longer do
 */
public record QuoteChanges(int added, int kept, int gone) {}

package org.onrecord.extraction;

/**
 * How an article gives someone's words: entirely inside quotation marks (direct), partly (mixed), or in the article's
 * own words (indirect).
 */
public enum QuoteKind {
    DIRECT,
    MIXED,
    INDIRECT
}

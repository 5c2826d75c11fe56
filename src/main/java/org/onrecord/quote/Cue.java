package org.onrecord.quote;

/**
 * The reporting words of a quote ("said", "according to").
 *
 * @param start in code points of the body of the quote's article version
 * @param end after the last code point
 */
public record Cue(String text, int start, int end) {}

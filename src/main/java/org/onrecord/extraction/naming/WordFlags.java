package org.onrecord.extraction.naming;

/** How a token is written and where it stands, one bit each. */
final class WordFlags {

    static final int CAPITAL = 1;
    static final int ALL_CAPITALS = 1 << 1;
    static final int LOWER = 1 << 2;
    static final int NUMBER = 1 << 3;
    static final int PUNCTUATION = 1 << 4;
    static final int SINGLE_LETTER = 1 << 5;
    static final int SENTENCE_START = 1 << 6;
    static final int TITLE_CASE_SENTENCE = 1 << 7;
    static final int QUOTE = 1 << 8;
    static final int SPACE_BEFORE = 1 << 9;
    static final int YEAR = 1 << 10;

    private WordFlags() {}
}

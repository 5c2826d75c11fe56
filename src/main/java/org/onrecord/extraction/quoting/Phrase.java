package org.onrecord.extraction.quoting;

/**
 * A noun phrase of the narration, in pieces: {@code [from, to)} with everything that hangs on it, and the piece that
 * says who it is ("Paul Ryan" in "House Speaker Paul Ryan of Wisconsin", "spokesman" in "a spokesman for the ministry").
 *
 * @param plural whether several are joined by "and"
 */
record Phrase(int from, int to, int head, boolean plural) {

    Phrase(int from, int to, int head) {
        this(from, to, head, false);
    }
}

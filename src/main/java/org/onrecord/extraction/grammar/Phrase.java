package org.onrecord.extraction.grammar;

/**
 * A noun phrase of the narration, in pieces: {@code [from, to)} with everything that hangs on it, and the piece that
 * says who it is ("Paul Ryan" in "House Speaker Paul Ryan of Wisconsin", "spokesman" in "a spokesman for the ministry").
 *
 * @param plural whether several are joined by "and"
 */
public record Phrase(int from, int to, int head, boolean plural) {

    public Phrase(int from, int to, int head) {
        this(from, to, head, false);
    }
}

package org.onrecord.search.language;

/**
 * A piece of a query as typed.
 *
 * @param text the words without marks; for a field its name
 * @param number the slop of a phrase or the edits of a fuzzy word; 0 otherwise
 * @param index where it starts, UTF-16
 */
record Token(Kind kind, String text, int number, int index) {

    enum Kind {
        WORD,
        PHRASE,
        PREFIX,
        FUZZY,
        FIELD,
        OPEN,
        CLOSE,
        NOT,
        AND,
        OR,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }
}

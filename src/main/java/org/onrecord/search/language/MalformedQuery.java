package org.onrecord.search.language;

/** A query that cannot be read: what is wrong, where, and what to write instead. */
public class MalformedQuery extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int position;

    MalformedQuery(String code, int position, String advice) {
        super(advice);
        this.code = code;
        this.position = position;
    }

    /** What is wrong, in kebab case: {@code unclosed-quote}. */
    public String code() {
        return code;
    }

    /** The character where it goes wrong, counted in code points from 1. */
    public int position() {
        return position;
    }

    /** What is wrong and what to write instead, one sentence for people; says the position too. */
    public String advice() {
        return "At character " + position + ": " + getMessage();
    }
}

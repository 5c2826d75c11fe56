package org.onrecord.kernel;

import java.time.Instant;

/** It was here and has been deleted. */
public final class Deleted extends RuntimeException {

    private final String kind;
    private final transient Object id;
    private final Instant at;

    /**
     * @param kind what was asked for, as people call it: "article", "quote"
     * @param id as the caller gave it
     * @param at when it was deleted
     */
    public Deleted(String kind, Object id, Instant at) {
        super("the " + kind + " " + id + " was deleted at " + at, null, false, false);
        this.kind = kind;
        this.id = id;
        this.at = at;
    }

    public String kind() {
        return kind;
    }

    public Object id() {
        return id;
    }

    public Instant at() {
        return at;
    }
}

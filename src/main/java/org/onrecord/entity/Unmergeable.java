package org.onrecord.entity;

/** An entity cannot become one with the other that somebody names. */
public final class Unmergeable extends RuntimeException {

    /** What is wrong with the other. */
    public enum Reason {
        SAME_ENTITY,
        NO_SUCH_ENTITY
    }

    private final Reason reason;

    /** @param message what is wrong, for people, without a full stop */
    Unmergeable(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

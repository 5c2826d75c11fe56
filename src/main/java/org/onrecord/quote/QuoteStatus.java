package org.onrecord.quote;

/** How a quote came to be what it is, and what people decided about it. */
public enum QuoteStatus {
    /** Found by the machine, seen by nobody. */
    EXTRACTED,
    /** Somebody said it is right. */
    CONFIRMED,
    /** Somebody corrected its words or its speaker. */
    EDITED,
    /** Somebody said it is no quote. */
    REJECTED,
    /** Somebody added it by hand. */
    ADDED;

    /** Whether a person stands behind it, so that no machine may undo it. */
    public boolean isDecided() {
        return this != EXTRACTED;
    }
}

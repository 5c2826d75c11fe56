package org.onrecord.archive;

import java.util.UUID;

/** What became of a delivery. */
public record Receipt(UUID articleId, Result result) {

    /** Whether the archive changed, and how. */
    public enum Result {
        CREATED,
        /** The archive holds the same text already. */
        UNCHANGED,
        /** The article was known and got a new version of its text. */
        VERSIONED,
        /** Something besides the text changed. */
        UPDATED
    }
}

package org.onrecord.entity;

import java.util.UUID;

/** An entity was asked for that turned out to be another one. */
public class MergedAway extends RuntimeException {

    private final transient UUID survivorId;

    /** @param survivorId the entity that stands for both */
    MergedAway(UUID survivorId) {
        super("merged into " + survivorId, null, false, false);
        this.survivorId = survivorId;
    }

    /** The entity that stands for both. */
    public UUID survivorId() {
        return survivorId;
    }
}

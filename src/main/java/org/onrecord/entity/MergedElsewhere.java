package org.onrecord.entity;

import java.util.UUID;

/** An entity is one with a third already and must be parted from it first. */
public final class MergedElsewhere extends RuntimeException {

    private final transient UUID survivorId;

    /** @param survivorId the entity it was merged into */
    MergedElsewhere(UUID survivorId) {
        super("merged into " + survivorId, null, false, false);
        this.survivorId = survivorId;
    }

    /** The entity it was merged into. */
    public UUID survivorId() {
        return survivorId;
    }
}

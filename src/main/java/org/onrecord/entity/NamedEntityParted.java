package org.onrecord.entity;

import java.util.List;
import java.util.UUID;

/**
 * Somebody took back that one entity is another. Published inside the transaction, for those who gave something of the
 * first to the second to return it.
 *
 * @param partedId who stands for itself again
 * @param survivorId who stood for both
 * @param broughtAlong whose things the parted one brought along: its own id, and those merged into it before
 */
public record NamedEntityParted(UUID partedId, UUID survivorId, List<UUID> broughtAlong) {

    public NamedEntityParted {
        broughtAlong = List.copyOf(broughtAlong);
    }
}

package org.onrecord.entity;

import java.util.Optional;
import java.util.UUID;

/** Tells of entities named too often to go through their mentions; the search's module answers it from its index. */
public interface OftenNamed {

    /** Where an entity appears, as searches see it now; empty where they do not see all of the archive. */
    Optional<Appearance> appearance(UUID entityId);
}

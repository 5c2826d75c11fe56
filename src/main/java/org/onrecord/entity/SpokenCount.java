package org.onrecord.entity;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Tells how often entities are quoted; the quotes' module answers it. */
public interface SpokenCount {

    /** The number of quotes each entity spoke in articles anybody may see; entities that spoke none may be left out. */
    Map<UUID, Long> of(Collection<UUID> entityIds);
}

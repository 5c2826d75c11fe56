package org.onrecord.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells when an entity has become so much more prominent that the index should know: with every mention at first, then
 * with every quarter more. An entity named in a million articles is so indexed some seventy times, not a million.
 * Forgets, which costs no more than indexing an entity once too often. Not thread-safe.
 */
final class Prominence {

    private static final int MOST = 100_000;

    /** Mentions seen, and the number at which the entity is due. */
    private final Map<UUID, int[]> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, int[]> eldest) {
            return size() > MOST;
        }
    };

    /** Counts another article naming each of the entities; returns those that are due. */
    List<UUID> due(Collection<UUID> named) {
        List<UUID> due = new ArrayList<>();
        for (UUID entity : named) {
            int[] counts = seen.computeIfAbsent(entity, ignored -> new int[] {0, 1});
            counts[0]++;
            if (counts[0] >= counts[1]) {
                counts[1] = counts[0] + 1 + counts[0] / 4;
                due.add(entity);
            }
        }
        return due;
    }
}

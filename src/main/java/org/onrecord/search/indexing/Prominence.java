package org.onrecord.search.indexing;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tells which entities must be indexed again because they are mentioned more often: whenever their mentions have doubled,
 * so that an entity named in a million articles is indexed about twenty times for that. Only ranking depends on it, so it
 * can wait until nothing else is to be indexed. Forgets the counts of some entities; these are indexed once too often.
 * Not thread-safe.
 */
final class Prominence {

    private static final int MOST = 100_000;

    /** Mentions seen. */
    private final Map<UUID, Integer> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Integer> eldest) {
            return size() > MOST;
        }
    };

    private final Set<UUID> due = new LinkedHashSet<>();

    /** Counts another article naming each of the entities. */
    void count(Collection<UUID> named) {
        for (UUID entity : named) {
            int mentions = seen.merge(entity, 1, Integer::sum);
            boolean doubled = Integer.bitCount(mentions) == 1;
            if (doubled && due.size() < MOST) {
                due.add(entity);
            }
        }
    }

    /** Removes and returns some entities that must be indexed again. */
    Set<UUID> due(int most) {
        Set<UUID> taken = new LinkedHashSet<>();
        for (Iterator<UUID> each = due.iterator(); each.hasNext() && taken.size() < most; ) {
            taken.add(each.next());
            each.remove();
        }
        return taken;
    }
}

package org.onrecord.entity;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How many of those an article names for certain each candidate was named with before. */
record Company(Map<UUID, Integer> sizes) {

    /**
     * @param articles which articles named each of them lately
     * @param certain those who say something by their company: people and what is rare, no countries
     */
    static Company of(Collection<UUID> candidates, Collection<UUID> certain, Map<UUID, Set<UUID>> articles) {
        Map<UUID, Integer> sizes = new HashMap<>();
        for (UUID candidate : candidates) {
            Set<UUID> own = articles.getOrDefault(candidate, Set.of());
            int size = (int) certain.stream()
                    .filter(other -> !other.equals(candidate))
                    .filter(other -> !Collections.disjoint(own, articles.getOrDefault(other, Set.of())))
                    .count();
            sizes.put(candidate, size);
        }
        return new Company(sizes);
    }

    int of(Candidate candidate) {
        return sizes.getOrDefault(candidate.id(), 0);
    }
}

package org.onrecord.search.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onrecord.api.ResultList;
import org.onrecord.entity.NamedEntities;
import org.onrecord.entity.NamedEntity;
import org.onrecord.search.Counter;
import org.onrecord.search.Facet;
import org.springframework.stereotype.Component;

/** Tells who and what is named together with an entity, the most often first. */
@Component
class Cooccurrences {

    private final Counter counter;
    private final NamedEntities entities;

    Cooccurrences(Counter counter, NamedEntities entities) {
        this.counter = counter;
        this.entities = entities;
    }

    ResultList<Cooccurrence> of(String entity, Asked asked) {
        int limit = asked.search().limit();
        // One more for the entity itself, which is named in each of these articles.
        Facet facet = counter.facets(asked.search(), Map.of("entity", "entityId"), limit + 1)
                .get(0);
        List<UUID> ids = facet.values().stream()
                .map(each -> UUID.fromString(each.value()))
                .toList();
        Map<UUID, NamedEntity> known = entities.findByIdIn(ids).stream()
                .filter(each -> each.deletedAt() == null)
                .collect(Collectors.toMap(NamedEntity::id, Function.identity()));
        List<Cooccurrence> found = new ArrayList<>();
        for (Facet.Count each : facet.values()) {
            NamedEntity other = known.get(UUID.fromString(each.value()));
            if (other != null && !each.value().equals(entity) && found.size() < limit) {
                found.add(new Cooccurrence(other.id(), other.type(), other.name(), each.count()));
            }
        }
        var relation = facet.values().size() > limit ? ResultList.Relation.GTE : ResultList.Relation.EQ;
        return ResultList.of(found, found.size(), relation, limit, null).withQuery(asked.understood());
    }
}

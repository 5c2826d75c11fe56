package org.onrecord.search.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onrecord.api.ResultList;
import org.onrecord.search.listing.EntityLabel;
import org.onrecord.search.listing.EntityLabels;
import org.onrecord.search.query.Counter;
import org.onrecord.search.query.Facet;
import org.springframework.stereotype.Component;

/** Tells who and what is named together with an entity, the most often first. */
@Component
class Cooccurrences {

    private final Counter counter;
    private final EntityLabels labels;

    Cooccurrences(Counter counter, EntityLabels labels) {
        this.counter = counter;
        this.labels = labels;
    }

    ResultList<Cooccurrence> of(String entity, Asked asked) {
        int limit = asked.search().limit();
        // One more for the entity itself, which is named in each of these articles.
        Facet facet = counter.facets(asked.search(), Map.of("entity", "entityId"), limit + 1)
                .get(0);
        Map<UUID, EntityLabel> known = labels.ofValues(facet.values());
        List<Cooccurrence> found = new ArrayList<>();
        for (Facet.Count each : facet.values()) {
            UUID id = each.id();
            EntityLabel other = known.get(id);
            if (other != null && !each.value().equals(entity) && found.size() < limit) {
                found.add(new Cooccurrence(id, other.type(), other.name(), each.count()));
            }
        }
        var relation = facet.values().size() > limit ? ResultList.Relation.GTE : ResultList.Relation.EQ;
        return ResultList.of(found, found.size(), relation, limit, null).withQuery(asked.understood());
    }
}

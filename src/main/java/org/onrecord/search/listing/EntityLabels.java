package org.onrecord.search.listing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onrecord.search.engine.Hit;
import org.onrecord.search.engine.TopHits;
import org.onrecord.search.index.IndexedEntity;
import org.onrecord.search.index.Order;
import org.onrecord.search.indexing.IndexCatchUp;
import org.onrecord.search.query.Facet;
import org.onrecord.search.query.Finder;
import org.springframework.stereotype.Component;

/**
 * What entities are called now: from the index while it is known to have caught up, else from the database at one query
 * however many there are. Those that may not be seen have no label.
 */
@Component
public class EntityLabels {

    private static final String STORED =
            "select e.id, " + IndexedEntity.SUMMARY + " as summary from shown_entity e where e.id = any (:ids)";

    private final TopHits hits;
    private final IndexCatchUp catchUp;
    private final Summaries summaries;

    EntityLabels(TopHits hits, IndexCatchUp catchUp, Summaries summaries) {
        this.hits = hits;
        this.catchUp = catchUp;
        this.summaries = summaries;
    }

    /** Of values that were counted, which are entities' ids. */
    public Map<UUID, EntityLabel> ofValues(List<Facet.Count> counts) {
        List<UUID> ids = counts.stream().map(Facet.Count::id).toList();
        return ids.isEmpty() || !catchUp.isCurrent() ? read(summaries.stored(ids, STORED)) : of(indexed(ids));
    }

    private List<Hit> indexed(List<UUID> ids) {
        return hits.find(new TopHits.Wanted(
                        IndexedEntity.class,
                        f -> f.id().matchingAny(ids),
                        Order.RELEVANCE,
                        0,
                        ids.size(),
                        1,
                        true,
                        Finder.LONGEST))
                .hits();
    }

    /** Of entities that were found. */
    public Map<UUID, EntityLabel> of(List<Hit> found) {
        return read(summaries.of(found, STORED));
    }

    private static Map<UUID, EntityLabel> read(Map<UUID, String> summaries) {
        Map<UUID, EntityLabel> labels = new HashMap<>();
        summaries.forEach((id, summary) -> labels.put(id, EntityLabel.read(summary)));
        return labels;
    }
}

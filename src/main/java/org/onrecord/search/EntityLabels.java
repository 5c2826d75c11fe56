package org.onrecord.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onrecord.search.index.Hit;
import org.onrecord.search.index.IndexCatchUp;
import org.onrecord.search.index.IndexedEntity;
import org.onrecord.search.index.Order;
import org.onrecord.search.index.TopHits;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What entities are called now: from the index while it is known to have caught up, else from the database at one query
 * however many there are. Those that were deleted or became part of another have no label.
 */
@Component
public class EntityLabels {

    private final TopHits hits;
    private final IndexCatchUp catchUp;
    private final JdbcClient jdbc;

    EntityLabels(TopHits hits, IndexCatchUp catchUp, JdbcClient jdbc) {
        this.hits = hits;
        this.catchUp = catchUp;
        this.jdbc = jdbc;
    }

    /** Of values that were counted, which are entities' ids. */
    public Map<UUID, EntityLabel> ofValues(List<Facet.Count> counts) {
        List<UUID> ids =
                counts.stream().map(each -> UUID.fromString(each.value())).toList();
        return ids.isEmpty() || !catchUp.isCurrent() ? stored(ids) : of(indexed(ids));
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
    Map<UUID, EntityLabel> of(List<Hit> found) {
        Map<UUID, EntityLabel> labels = stored(
                found.stream().filter(hit -> hit.summary() == null).map(Hit::id).toList());
        for (Hit hit : found) {
            if (hit.summary() != null) {
                labels.put(hit.id(), EntityLabel.read(hit.summary()));
            }
        }
        return labels;
    }

    private Map<UUID, EntityLabel> stored(List<UUID> ids) {
        Map<UUID, EntityLabel> labels = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select e.id, " + IndexedEntity.SUMMARY + """
                             as summary from named_entity e
                            where e.id = any (:ids) and e.deleted_at is null and e.merged_into is null
                            """)
                    .param("ids", ids.toArray(UUID[]::new))
                    .query((RowCallbackHandler) row ->
                            labels.put(row.getObject("id", UUID.class), EntityLabel.read(row.getString("summary"))));
        }
        return labels;
    }
}

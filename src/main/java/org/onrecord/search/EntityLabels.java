package org.onrecord.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onrecord.extraction.EntityType;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What entities that were counted are called now, at one query however many there are. */
@Component
public class EntityLabels {

    private final JdbcClient jdbc;

    EntityLabels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the values that were counted, their ids; without those that were deleted or became part of another. */
    public Map<String, Label> of(List<Facet.Count> counts) {
        if (counts.isEmpty()) {
            return Map.of();
        }
        UUID[] ids = counts.stream().map(each -> UUID.fromString(each.value())).toArray(UUID[]::new);
        Map<String, Label> labels = new HashMap<>();
        jdbc.sql("""
                        select id, type, name from named_entity
                        where id = any (:ids) and deleted_at is null and merged_into is null
                        """).param("ids", ids).query((RowCallbackHandler) row -> labels.put(
                row.getString("id"), new Label(EntityType.valueOf(row.getString("type")), row.getString("name"))));
        return labels;
    }

    /** What an entity is and is called. */
    public record Label(EntityType type, String name) {}
}

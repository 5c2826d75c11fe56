package org.onrecord.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.onrecord.extraction.EntityType;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What entities that were found or counted are called now, at one query however many there are. */
@Component
public class EntityLabels {

    private final JdbcClient jdbc;

    EntityLabels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id, in no order; without those that were deleted or became part of another. */
    public Map<UUID, Label> of(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Label> labels = new HashMap<>();
        jdbc.sql("""
                        select id, type, name from named_entity
                        where id = any (:ids) and deleted_at is null and merged_into is null
                        """).param("ids", ids.toArray(UUID[]::new)).query((RowCallbackHandler) row -> labels.put(
                row.getObject("id", UUID.class),
                new Label(EntityType.valueOf(row.getString("type")), row.getString("name"))));
        return labels;
    }

    /** What an entity is and is called. */
    public record Label(EntityType type, String name) {}
}

package org.onrecord.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.onrecord.extraction.EntityType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Suggests entities and outlets as they stand in the database now, at one query for both. */
@Service
public class SuggestedThings {

    /** Outlets never crowd out people. */
    private static final int MOST_OUTLETS = 3;

    private final Suggestions suggestions;
    private final JdbcClient jdbc;

    SuggestedThings(Suggestions suggestions, JdbcClient jdbc) {
        this.suggestions = suggestions;
        this.jdbc = jdbc;
    }

    /** Outlets whose name or slug starts so, then entities, the best first. */
    public List<Suggested> startingWith(String typed, int limit) {
        List<UUID> found = suggestions.entities(typed, limit + 1);
        List<Suggested> suggested = new ArrayList<>();
        Map<UUID, Suggested> entities = new HashMap<>();
        for (Suggested each : known(typed, Math.min(MOST_OUTLETS, limit), found)) {
            if (each.kind() == Suggested.Kind.OUTLET) {
                suggested.add(each);
            } else {
                entities.put(each.id(), each);
            }
        }
        found.stream()
                .map(entities::get)
                .filter(Objects::nonNull)
                .limit(limit - suggested.size())
                .forEach(suggested::add);
        return suggested;
    }

    private List<Suggested> known(String typed, int outlets, List<UUID> entities) {
        String pattern = typed.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return jdbc.sql("""
                        (select id, null as type, slug, name from outlet
                          where deleted_at is null
                            and (slug like :start or lower(name) like :start or lower(name) like '% ' || :start)
                          order by name, id limit :outlets)
                        union all
                        select id, type, null, name from named_entity
                         where id = any (:entities) and deleted_at is null and merged_into is null
                        order by type nulls first, name, id
                        """)
                .param("start", pattern)
                .param("outlets", outlets)
                .param("entities", entities.toArray(UUID[]::new))
                .query((row, number) -> {
                    String type = row.getString("type");
                    return new Suggested(
                            type == null ? Suggested.Kind.OUTLET : Suggested.Kind.ENTITY,
                            row.getObject("id", UUID.class),
                            type == null ? null : EntityType.valueOf(type),
                            row.getString("slug"),
                            row.getString("name"));
                })
                .list();
    }
}

package org.onrecord.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.onrecord.extraction.EntityType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Suggests entities and outlets as they stand in the database now. */
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
        List<Suggested> found = new ArrayList<>(outlets(typed, Math.min(MOST_OUTLETS, limit)));
        found.addAll(entities(suggestions.entities(typed, limit - found.size() + 1), limit - found.size()));
        return found;
    }

    private List<Suggested> outlets(String typed, int limit) {
        String pattern = typed.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return jdbc.sql("""
                        select id, slug, name from outlet
                        where deleted_at is null
                          and (slug like :start or lower(name) like :start or lower(name) like '% ' || :start)
                        order by name, id limit :limit
                        """)
                .param("start", pattern)
                .param("limit", limit)
                .query((row, number) -> new Suggested(
                        Suggested.Kind.OUTLET,
                        row.getObject("id", UUID.class),
                        null,
                        row.getString("slug"),
                        row.getString("name")))
                .list();
    }

    private List<Suggested> entities(List<UUID> ids, int limit) {
        Map<UUID, Suggested> known = new HashMap<>();
        jdbc.sql("""
                        select id, type, name from named_entity
                        where id = any (:ids) and deleted_at is null and merged_into is null
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new Suggested(
                        Suggested.Kind.ENTITY,
                        row.getObject("id", UUID.class),
                        EntityType.valueOf(row.getString("type")),
                        null,
                        row.getString("name")))
                .list()
                .forEach(each -> known.put(each.id(), each));
        return ids.stream()
                .filter(known::containsKey)
                .map(known::get)
                .limit(Math.max(0, limit))
                .toList();
    }
}

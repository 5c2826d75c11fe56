package org.onrecord.entity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onrecord.api.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows named entities with their names and how often they appear: a few queries for any number of them, and the index is
 * asked about those that are named very often.
 */
@Service
@Transactional(readOnly = true)
public class NamedEntityViews {

    /** Mentions of an entity from which on the index is asked instead of going through them all. */
    static final int OFTEN = 1_000;

    private final JdbcClient jdbc;
    private final SpokenCount spoken;
    private final OftenNamed oftenNamed;

    NamedEntityViews(JdbcClient jdbc, SpokenCount spoken, OftenNamed oftenNamed) {
        this.jdbc = jdbc;
        this.spoken = spoken;
        this.oftenNamed = oftenNamed;
    }

    /** With the names that the caller may see: those who see what is withheld see all of them. */
    public NamedEntityView of(NamedEntity entity, Caller caller) {
        return caller.seesWithheld()
                ? views(List.of(entity), Map.of(), "entity_name").get(0)
                : shown(List.of(entity)).get(0);
    }

    /** With the names that anybody may see, in the order given. */
    public List<NamedEntityView> shown(Collection<NamedEntity> entities) {
        record Called(UUID id, String name) {}
        Map<UUID, String> called = jdbc
                .sql("select id, shown_name as name from stored_entity where id = any (:ids)")
                .param("ids", ids(entities))
                .query(Called.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Called::id, Called::name));
        return views(entities, called, "shown_name");
    }

    private static UUID[] ids(Collection<NamedEntity> entities) {
        return entities.stream().map(NamedEntity::id).toArray(UUID[]::new);
    }

    /** @param called what to call entities by another name than their own */
    private List<NamedEntityView> views(Collection<NamedEntity> entities, Map<UUID, String> called, String names) {
        record Named(UUID entityId, String name, NameKind kind) {}
        Map<UUID, List<Named>> named = jdbc
                .sql("select entity_id, name, kind from " + names + " where entity_id = any (:ids) order by name")
                .param("ids", ids(entities))
                .query(Named.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Named::entityId));
        Map<UUID, Appearance> appearances =
                appearances(entities.stream().map(NamedEntity::id).toList());
        return entities.stream()
                .map(entity -> view(
                        entity,
                        called.getOrDefault(entity.id(), entity.name()),
                        named.getOrDefault(entity.id(), List.of()).stream()
                                .sorted(Comparator.comparing(Named::kind))
                                .map(name -> new NamedEntityView.Name(name.name(), name.kind()))
                                .toList(),
                        Objects.requireNonNull(appearances.get(entity.id()))))
                .toList();
    }

    private static NamedEntityView view(
            NamedEntity entity, String name, List<NamedEntityView.Name> names, Appearance appearance) {
        return new NamedEntityView(
                entity.id(),
                entity.type(),
                name,
                names,
                entity.description(),
                entity.externalIds(),
                appearance.articleCount(),
                appearance.quoteCount(),
                appearance.firstSeen(),
                appearance.lastSeen(),
                entity.version());
    }

    private Map<UUID, Appearance> appearances(List<UUID> ids) {
        Map<UUID, Appearance> appearances = new HashMap<>();
        for (UUID often : namedOften(ids)) {
            oftenNamed.appearance(often).ifPresent(appearance -> appearances.put(often, appearance));
        }
        List<UUID> others =
                ids.stream().filter(id -> !appearances.containsKey(id)).toList();
        appearances.putAll(counted(others));
        return appearances;
    }

    private List<UUID> namedOften(List<UUID> ids) {
        return jdbc.sql("""
                        select id from unnest(:ids) as asked (id)
                        where (select count(*) from (select from mention where entity_id = asked.id limit :often) few) = :often
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("often", OFTEN)
                .query(UUID.class)
                .list();
    }

    private Map<UUID, Appearance> counted(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Long> quotes = spoken.of(ids);
        Map<UUID, Appearance> counted = new HashMap<>();
        ids.forEach(id -> counted.put(id, new Appearance(0, quotes.getOrDefault(id, 0L), null, null)));
        jdbc.sql("""
                        select m.entity_id, count(distinct m.article_id) as articles,
                               min(coalesce(a.published_at, a.ingested_at)) as first_seen,
                               max(coalesce(a.published_at, a.ingested_at)) as last_seen
                        from mention m
                        join published_article a on a.id = m.article_id and a.version_number = m.article_version
                        where m.entity_id = any (:ids)
                        group by m.entity_id
                        """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            UUID id = row.getObject("entity_id", UUID.class);
            counted.put(
                    id,
                    new Appearance(
                            row.getLong("articles"),
                            quotes.getOrDefault(id, 0L),
                            row.getTimestamp("first_seen").toInstant(),
                            row.getTimestamp("last_seen").toInstant()));
        });
        return counted;
    }
}

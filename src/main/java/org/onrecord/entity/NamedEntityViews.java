package org.onrecord.entity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private final EntityNames names;
    private final JdbcClient jdbc;
    private final SpokenCount spoken;
    private final OftenNamed oftenNamed;

    NamedEntityViews(EntityNames names, JdbcClient jdbc, SpokenCount spoken, OftenNamed oftenNamed) {
        this.names = names;
        this.jdbc = jdbc;
        this.spoken = spoken;
        this.oftenNamed = oftenNamed;
    }

    public NamedEntityView of(NamedEntity entity) {
        return of(List.of(entity)).get(0);
    }

    /** In the order given. */
    public List<NamedEntityView> of(Collection<NamedEntity> shown) {
        List<UUID> ids = shown.stream().map(NamedEntity::id).toList();
        Map<UUID, List<EntityName>> named = names.findByEntityIdInOrderByKindAscNameAsc(ids).stream()
                .collect(Collectors.groupingBy(EntityName::entityId));
        Map<UUID, Appearance> appearances = appearances(ids);
        return shown.stream()
                .map(entity -> view(
                        entity,
                        named.getOrDefault(entity.id(), List.of()),
                        Objects.requireNonNull(appearances.get(entity.id()))))
                .toList();
    }

    private static NamedEntityView view(NamedEntity entity, List<EntityName> names, Appearance appearance) {
        return new NamedEntityView(
                entity.id(),
                entity.type(),
                entity.name(),
                names.stream()
                        .sorted((one, other) -> one.kind().compareTo(other.kind()))
                        .map(name -> new NamedEntityView.Name(name.name(), name.kind()))
                        .toList(),
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

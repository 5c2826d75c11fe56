package org.onrecord.entity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows named entities with their names and how often they appear, at a few queries for any number of them. */
@Service
@Transactional(readOnly = true)
public class NamedEntityViews {

    private final EntityNames names;
    private final JdbcClient jdbc;
    private final SpokenCount spoken;

    NamedEntityViews(EntityNames names, JdbcClient jdbc, SpokenCount spoken) {
        this.names = names;
        this.jdbc = jdbc;
        this.spoken = spoken;
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
        Map<UUID, Long> quotes = spoken.of(ids);
        return shown.stream()
                .map(entity -> view(
                        entity,
                        named.getOrDefault(entity.id(), List.of()),
                        appearances.getOrDefault(entity.id(), Appearance.NONE),
                        quotes.getOrDefault(entity.id(), 0L)))
                .toList();
    }

    private static NamedEntityView view(
            NamedEntity entity, List<EntityName> names, Appearance appearance, long quoteCount) {
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
                quoteCount,
                appearance.firstSeen(),
                appearance.lastSeen(),
                entity.version());
    }

    private Map<UUID, Appearance> appearances(List<UUID> ids) {
        record Row(UUID id, Appearance appearance) {}
        return jdbc
                .sql("""
                        select m.entity_id, count(distinct m.article_id) as articles,
                               min(coalesce(a.published_at, a.ingested_at)) as first_seen,
                               max(coalesce(a.published_at, a.ingested_at)) as last_seen
                        from mention m
                        join article a on a.id = m.article_id and a.current_version = m.article_version
                        where m.entity_id = any (:ids) and a.status = 'PUBLISHED'
                        group by m.entity_id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new Row(
                        row.getObject("entity_id", UUID.class),
                        new Appearance(
                                row.getLong("articles"),
                                instant(row.getTimestamp("first_seen")),
                                instant(row.getTimestamp("last_seen")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, Row::appearance));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}

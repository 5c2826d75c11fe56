package org.onrecord.entity;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.onrecord.api.Caller;
import org.onrecord.article.ArticleChanged;
import org.onrecord.entity.Unmergeable.Reason;
import org.onrecord.kernel.Deleted;
import org.onrecord.kernel.Missing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two entities one that are one and the same, and parts them again. The merged entity's names become names of the
 * survivor, and its mentions and quotes the survivor's; each remembers whose it was. New articles that print a name of
 * the merged entity mean the survivor, until the two are parted.
 */
@Service
@Transactional
public class EntityMerges {

    private final NamedEntities entities;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EntityMerges(NamedEntities entities, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes an entity one with another; done already, it changes nothing.
     *
     * @param intoId the other; one that is merged itself stands for its survivor
     * @param by who says so
     * @return the entity that stands for both
     * @throws MergedElsewhere if it is one with a third already
     * @throws Unmergeable if the other is not there, or the same
     */
    public NamedEntity merge(UUID id, UUID intoId, Caller by) {
        MergeLock.alone(jdbc);
        NamedEntity entity = existing(id);
        NamedEntity survivor = survivor(intoId);
        if (survivor.id().equals(id)) {
            throw new Unmergeable(Reason.SAME_ENTITY, "is the same entity already");
        }
        if (survivor.id().equals(entity.mergedInto())) {
            return survivor;
        }
        if (entity.mergedInto() != null) {
            throw new MergedElsewhere(entity.mergedInto());
        }
        Instant now = clock.instant();
        entity.mergeInto(survivor.id(), now);
        survivor.regroup(now);
        entities.flush();
        note(id, intoId, by, now);
        jdbc.sql("update named_entity set merged_into = :survivor, version = version + 1 where merged_into = :merged")
                .param("survivor", survivor.id())
                .param("merged", id)
                .update();
        giveNames(id, survivor.id());
        giveMentions(id, survivor.id());
        events.publishEvent(new NamedEntityMerged(id, survivor.id()));
        announce(id, survivor.id());
        return survivor;
    }

    /**
     * Parts an entity from the one it was merged into. It gets back its names and what it brought along; what was
     * archived or read again since stays with the other. An entity that stands for itself stays as it is.
     */
    public NamedEntity part(UUID id) {
        MergeLock.alone(jdbc);
        NamedEntity entity = existing(id);
        UUID survivorId = entity.mergedInto();
        if (survivorId == null) {
            return entity;
        }
        List<UUID> broughtAlong = broughtAlong(id);
        entity.part(clock.instant());
        entities.findByIdForUpdate(survivorId).orElseThrow().regroup(clock.instant());
        entities.flush();
        jdbc.sql("delete from entity_merge where merged_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("""
                        update named_entity set merged_into = :id, version = version + 1
                        where id = any (:along) and id <> :id
                        """)
                .param("id", id)
                .param("along", broughtAlong.toArray(UUID[]::new))
                .update();
        takeNamesBack(survivorId, broughtAlong);
        takeMentionsBack(id, survivorId, broughtAlong);
        events.publishEvent(new NamedEntityParted(id, survivorId, broughtAlong));
        announce(id, survivorId);
        return entity;
    }

    private NamedEntity existing(UUID id) {
        NamedEntity entity = entities.findByIdForUpdate(id).orElseThrow(() -> new Missing("entity", id));
        if (entity.deletedAt() != null) {
            throw new Deleted("entity", id, entity.deletedAt());
        }
        return entity;
    }

    private NamedEntity survivor(UUID id) {
        return entities.findByIdForUpdate(id)
                .flatMap(found -> found.mergedInto() == null
                        ? Optional.of(found)
                        : entities.findByIdForUpdate(found.mergedInto()))
                .filter(found -> found.deletedAt() == null)
                .orElseThrow(() -> new Unmergeable(Reason.NO_SUCH_ENTITY, "there is no entity " + id));
    }

    private void note(UUID merged, UUID into, Caller by, Instant at) {
        jdbc.sql("insert into entity_merge (merged_id, into_id, merged_at, merged_by) values (?, ?, ?, ?)")
                .params(merged, into, at.atOffset(ZoneOffset.UTC), by.id())
                .update();
    }

    /** The names stay the merged entity's as well: by them new articles find to the survivor. */
    private void giveNames(UUID merged, UUID survivor) {
        jdbc.sql("""
                        insert into entity_name (id, entity_id, name, name_key, kind, by_hand, merged_from)
                        select uuidv7(), :survivor, name, name_key,
                               case kind when 'PRINTED' then kind else 'ALIAS' end, by_hand, coalesce(merged_from, :merged)
                        from entity_name where entity_id = :merged
                        on conflict (entity_id, name) do nothing
                        """).param("survivor", survivor).param("merged", merged).update();
    }

    private void takeNamesBack(UUID survivor, List<UUID> broughtAlong) {
        jdbc.sql("""
                        delete from entity_name
                        where entity_id = :survivor and merged_from = any (:along) and kind <> 'PRIMARY'
                        """)
                .param("survivor", survivor)
                .param("along", broughtAlong.toArray(UUID[]::new))
                .update();
    }

    private void giveMentions(UUID merged, UUID survivor) {
        announceArticles(jdbc.sql("""
                        with moved as (
                            update mention set entity_id = :survivor, merged_from = coalesce(merged_from, :merged)
                            where entity_id = :merged returning article_id)
                        select distinct article_id from moved
                        """)
                .param("survivor", survivor)
                .param("merged", merged)
                .query(UUID.class)
                .list());
    }

    private void takeMentionsBack(UUID id, UUID survivor, List<UUID> broughtAlong) {
        announceArticles(jdbc.sql("""
                        with moved as (
                            update mention set entity_id = :id, merged_from = nullif(merged_from, :id)
                            where entity_id = :survivor and merged_from = any (:along) returning article_id)
                        select distinct article_id from moved
                        """)
                .param("id", id)
                .param("survivor", survivor)
                .param("along", broughtAlong.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** The entity itself and all that were merged into it, or into one of these. */
    private List<UUID> broughtAlong(UUID id) {
        return jdbc.sql("""
                        with recursive along (id) as (
                            select cast(:id as uuid)
                            union select m.merged_id from entity_merge m join along on m.into_id = along.id)
                        select id from along
                        """).param("id", id).query(UUID.class).list();
    }

    private void announceArticles(List<UUID> articles) {
        articles.forEach(article -> events.publishEvent(new ArticleChanged(article)));
    }

    private void announce(UUID one, UUID other) {
        events.publishEvent(new NamedEntityChanged(one));
        events.publishEvent(new NamedEntityChanged(other));
    }
}

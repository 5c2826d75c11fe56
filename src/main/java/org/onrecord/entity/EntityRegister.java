package org.onrecord.entity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.Standing;
import org.onrecord.entity.identity.IdentityKey;
import org.onrecord.extraction.EntityType;
import org.onrecord.kernel.Deleted;
import org.onrecord.kernel.ExpectedVersion;
import org.onrecord.kernel.Ids;
import org.onrecord.kernel.Missing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with named entities: add, rename, describe, give other names, delete. */
@Service
@Transactional
public class EntityRegister {

    private final NamedEntities entities;
    private final EntityNames names;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EntityRegister(
            NamedEntities entities, EntityNames names, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.entities = entities;
        this.names = names;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What people may say of an entity.
     *
     * @param aliases other names it goes by; printed forms are the articles' business and not among them
     * @param externalIds its ids elsewhere by where
     */
    public record Description(
            EntityType type,
            String name,
            List<String> aliases,
            @Nullable String description,
            Map<String, String> externalIds) {

        public Description {
            aliases = List.copyOf(aliases);
            externalIds = Map.copyOf(externalIds);
        }
    }

    public NamedEntity add(Description described) {
        NamedEntity entity = NamedEntity.added(Ids.next(), described.type(), described.name(), clock.instant());
        describe(entity, described);
        return stored(entity, described, false);
    }

    /**
     * Says anew what an entity is; the description is made from the one it has.
     *
     * @throws MergedAway if it turned out to be another
     */
    public NamedEntity edit(UUID id, ExpectedVersion expected, UnaryOperator<Description> edit) {
        NamedEntity entity = ownSelf(existing(id, entities.findByIdForUpdate(id).orElse(null)));
        expected.check(entity.version());
        Description wanted = edit.apply(description(entity));
        boolean retyped = wanted.type() != entity.type();
        describe(entity, wanted);
        return stored(entity, wanted, retyped);
    }

    /**
     * Hides an entity everywhere; it can be restored.
     *
     * @throws MergedAway if it turned out to be another
     */
    public void delete(UUID id, ExpectedVersion expected) {
        NamedEntity entity = ownSelf(existing(id, entities.findByIdForUpdate(id).orElse(null)));
        expected.check(entity.version());
        entity.delete(clock.instant());
        events.publishEvent(new NamedEntityChanged(id));
    }

    /**
     * Brings a deleted entity back; one that is not deleted stays as it is.
     *
     * @throws MergedAway if it turned out to be another
     */
    public NamedEntity restore(UUID id) {
        NamedEntity entity = ownSelf(entities.findByIdForUpdate(id).orElseThrow(() -> new Missing("entity", id)));
        if (entity.deletedAt() != null) {
            entity.restore(clock.instant());
            events.publishEvent(new NamedEntityChanged(id));
        }
        return entities.saveAndFlush(entity);
    }

    /**
     * The entity of this id.
     *
     * @throws Missing if there is none as far as the caller may know
     * @throws Deleted if it was deleted
     * @throws MergedAway if it turned out to be another
     */
    @Transactional(readOnly = true)
    public NamedEntity find(UUID id, Caller caller) {
        return ownSelf(known(id, caller));
    }

    /** The id of the entity this id means: the one that stands for it. Fails as {@link #find}. */
    @Transactional(readOnly = true)
    public UUID meant(UUID id, Caller caller) {
        NamedEntity entity = known(id, caller);
        return entity.mergedInto() == null ? id : entity.mergedInto();
    }

    /** A merged entity is known to those to whom the one is that stands for it. */
    private NamedEntity known(UUID id, Caller caller) {
        NamedEntity entity = entities.findById(id).orElseThrow(() -> new Missing("entity", id));
        jdbc.sql("select withheld, deleted_at from stored_entity where id = ?")
                .param(entity.mergedInto() == null ? id : entity.mergedInto())
                .query((row, number) -> Standing.read(row))
                .single()
                .check(caller, "entity", id);
        return entity;
    }

    private static NamedEntity ownSelf(NamedEntity entity) {
        if (entity.mergedInto() != null) {
            throw new MergedAway(entity.mergedInto());
        }
        return entity;
    }

    private static NamedEntity existing(UUID id, @Nullable NamedEntity entity) {
        if (entity == null) {
            throw new Missing("entity", id);
        }
        if (entity.deletedAt() != null) {
            throw new Deleted("entity", id, entity.deletedAt());
        }
        return entity;
    }

    private Description description(NamedEntity entity) {
        List<String> aliases = names.findByEntityIdOrderByKindAscNameAsc(entity.id()).stream()
                .filter(name -> name.kind() == NameKind.ALIAS)
                .map(EntityName::name)
                .toList();
        return new Description(entity.type(), entity.name(), aliases, entity.description(), entity.externalIds());
    }

    private void describe(NamedEntity entity, Description described) {
        entity.describe(
                described.type(), described.name(), described.description(), described.externalIds(), clock.instant());
    }

    private NamedEntity stored(NamedEntity entity, Description described, boolean retyped) {
        NamedEntity stored = entities.save(entity);
        rename(stored.id(), described, retyped);
        entities.flush();
        events.publishEvent(new NamedEntityChanged(stored.id()));
        return stored;
    }

    /** A former primary name stays as an alias: articles that print it still mean this entity. */
    private void rename(UUID entityId, Description described, boolean retyped) {
        List<EntityName> known = names.findByEntityIdOrderByKindAscNameAsc(entityId);
        Set<String> aliases = new LinkedHashSet<>(described.aliases());
        List<EntityName> dropped = new ArrayList<>();
        for (EntityName name : known) {
            if (name.name().equals(described.name())) {
                giveAnew(name, NameKind.PRIMARY);
            } else if (aliases.contains(name.name())) {
                giveAnew(name, NameKind.ALIAS);
            } else if (name.kind() == NameKind.PRIMARY) {
                name.become(NameKind.ALIAS);
            } else if (name.kind() == NameKind.ALIAS) {
                dropped.add(name);
            }
            if (retyped || name.identityKey() == null) {
                name.identifyBy(identityKey(described, name.name(), name.kind()));
            }
            aliases.remove(name.name());
        }
        names.deleteAll(dropped);
        if (known.stream().noneMatch(name -> name.name().equals(described.name()))) {
            names.save(EntityName.given(
                    Ids.next(),
                    entityId,
                    described.name(),
                    identityKey(described, described.name(), NameKind.PRIMARY),
                    NameKind.PRIMARY));
        }
        aliases.remove(described.name());
        names.saveAll(aliases.stream()
                .map(alias -> EntityName.given(
                        Ids.next(), entityId, alias, identityKey(described, alias, NameKind.ALIAS), NameKind.ALIAS))
                .toList());
    }

    private static @Nullable String identityKey(Description described, String name, NameKind kind) {
        return kind == NameKind.PRINTED
                ? IdentityKey.ofPrinted(described.type(), described.name(), name)
                : IdentityKey.of(described.type(), name);
    }

    /** Saying again what a name is already does not make it one that somebody gave. */
    private static void giveAnew(EntityName name, NameKind kind) {
        if (name.kind() != kind) {
            name.give(kind);
        }
    }
}

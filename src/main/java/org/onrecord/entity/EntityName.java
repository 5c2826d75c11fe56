package org.onrecord.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.entity.identity.NameKey;
import org.springframework.data.domain.Persistable;

/** One of the names of a named entity, as it is written. */
@Entity
public class EntityName implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID entityId;
    private String name;
    private String nameKey;
    private @Nullable String identityKey;

    @Enumerated(EnumType.STRING)
    private NameKind kind;

    private boolean byHand;

    /** Whether the database does not hold it yet: with an id of our own, nothing else tells. */
    @Transient
    private boolean fresh;

    @SuppressWarnings("NullAway.Init")
    protected EntityName() {}

    /** @param identityKey what the entity is looked up by when an article prints this name, or null */
    private EntityName(
            UUID id, UUID entityId, String name, @Nullable String identityKey, NameKind kind, boolean byHand) {
        this.id = Objects.requireNonNull(id);
        this.entityId = Objects.requireNonNull(entityId);
        this.name = Objects.requireNonNull(name);
        this.nameKey = NameKey.of(name).value();
        this.identityKey = identityKey;
        this.kind = Objects.requireNonNull(kind);
        this.byHand = byHand;
        this.fresh = true;
    }

    /** A name somebody gives, or everybody knows. */
    static EntityName given(UUID id, UUID entityId, String name, @Nullable String identityKey, NameKind kind) {
        return new EntityName(id, entityId, name, identityKey, kind, true);
    }

    /** The name of an entity that an article brings along. */
    static EntityName found(UUID id, UUID entityId, String name, String identityKey) {
        return new EntityName(id, entityId, name, identityKey, NameKind.PRIMARY, false);
    }

    @PostLoad
    @PostPersist
    void isStored() {
        fresh = false;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    public UUID entityId() {
        return entityId;
    }

    public String name() {
        return name;
    }

    public NameKind kind() {
        return kind;
    }

    @Nullable
    String identityKey() {
        return identityKey;
    }

    void identifyBy(@Nullable String key) {
        identityKey = key;
    }

    void become(NameKind next) {
        kind = next;
    }

    /** Somebody gives this name, which articles printed before. */
    void give(NameKind next) {
        kind = next;
        byHand = true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntityName that && that.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}

package org.onrecord.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.EntityType;

/** Someone or something that articles name. What it is called stands in its {@link EntityName}s. */
@Entity
public class NamedEntity {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Enumerated(EnumType.STRING)
    private EntityType type;

    private String name;
    private @Nullable String description;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> externalIds;

    private boolean byHand;
    private Instant createdAt;
    private Instant modifiedAt;
    private @Nullable Instant deletedAt;
    private @Nullable UUID mergedInto;

    @SuppressWarnings("NullAway.Init")
    protected NamedEntity() {}

    private NamedEntity(UUID id, EntityType type, String name, boolean byHand, Instant createdAt) {
        this.id = Objects.requireNonNull(id);
        this.type = Objects.requireNonNull(type);
        this.name = Objects.requireNonNull(name);
        this.externalIds = Map.of();
        this.byHand = byHand;
        this.createdAt = Objects.requireNonNull(createdAt);
        this.modifiedAt = createdAt;
    }

    /** One that an article brings along: readers know of it as long as they may see an article that names it. */
    public static NamedEntity found(UUID id, EntityType type, String name, Instant at) {
        return new NamedEntity(id, type, name, false, at);
    }

    /** One that somebody adds. */
    public static NamedEntity added(UUID id, EntityType type, String name, Instant at) {
        return new NamedEntity(id, type, name, true, at);
    }

    /**
     * Says anew what this is.
     *
     * @param externalIds its ids elsewhere by where ("wikidata" → "Q42")
     */
    public void describe(
            EntityType type, String name, @Nullable String description, Map<String, String> externalIds, Instant at) {
        this.type = type;
        this.name = name;
        this.description = description;
        this.externalIds = Map.copyOf(externalIds);
        this.modifiedAt = at;
    }

    public void delete(Instant at) {
        deletedAt = at;
        modifiedAt = at;
    }

    public void restore(Instant at) {
        deletedAt = null;
        modifiedAt = at;
    }

    /** Says that this is another entity, which stands for both from now on. */
    public void mergeInto(UUID survivor, Instant at) {
        if (survivor.equals(id)) {
            throw new IllegalArgumentException("entity " + id + " cannot be merged into itself");
        }
        mergedInto = survivor;
        modifiedAt = at;
    }

    /** Took in another entity's names and mentions, or gave them back. */
    public void regroup(Instant at) {
        modifiedAt = at;
    }

    /** Stands for itself again. */
    public void part(Instant at) {
        mergedInto = null;
        modifiedAt = at;
    }

    public UUID id() {
        return id;
    }

    /** Counts the changes; 0 for an entity just made. */
    public long version() {
        return version == null ? 0 : version;
    }

    public EntityType type() {
        return type;
    }

    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }

    public Map<String, String> externalIds() {
        return Map.copyOf(externalIds);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant deletedAt() {
        return deletedAt;
    }

    /** Which entity this one turned out to be, or null. */
    public @Nullable UUID mergedInto() {
        return mergedInto;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamedEntity that && that.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}

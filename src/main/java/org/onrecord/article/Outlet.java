package org.onrecord.article;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who publishes articles: a newspaper, an agency, a broadcaster. Known by its slug, which never changes. */
@Entity
public class Outlet {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String slug;
    private String name;
    private @Nullable String homepage;
    private @Nullable String country;
    private @Nullable String language;
    private boolean byHand;
    private Instant createdAt;
    private @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init")
    protected Outlet() {}

    /** One that somebody adds; those that articles bring along are made by {@link Outlets#insertIfMissing}. */
    public Outlet(UUID id, OutletSlug slug, OutletDescription description, Instant createdAt) {
        this.id = Objects.requireNonNull(id);
        this.slug = slug.value();
        this.createdAt = Objects.requireNonNull(createdAt);
        this.name = description.name();
        this.byHand = true;
        describe(description);
    }

    public final void describe(OutletDescription description) {
        name = description.name();
        homepage = description.homepage();
        country = description.country();
        language = description.language();
    }

    /** Hides the outlet from lists; its articles stay. */
    public void delete(Instant at) {
        deletedAt = at;
    }

    public void restore() {
        deletedAt = null;
    }

    public UUID id() {
        return id;
    }

    /** Counts the changes; 0 for an outlet just made. */
    public long version() {
        return version == null ? 0 : version;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public OutletDescription description() {
        return new OutletDescription(name, homepage, country, language);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant deletedAt() {
        return deletedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Outlet outlet && outlet.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}

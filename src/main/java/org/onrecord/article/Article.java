package org.onrecord.article;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A printed item's identity, never reused, and what is said about it. Its text stands in its {@link ArticleVersion}s;
 * {@link #currentVersion()} says which one holds now.
 */
@Entity
public class Article {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private @Nullable UUID outletId;
    private @Nullable String url;
    private @Nullable String externalId;
    private String receivedSha256;

    @Enumerated(EnumType.STRING)
    private ArticleStatus status;

    private @Nullable Instant publishedAt;
    private @Nullable Instant modifiedAt;
    private Instant ingestedAt;
    private @Nullable Instant deletedAt;
    private @Nullable String section;
    private String[] tags;
    private @Nullable String rights;
    private String language;
    private int currentVersion;

    @SuppressWarnings("NullAway.Init")
    protected Article() {}

    /**
     * @param receivedSha256 the digest of the item as it was received, in lower-case hexadecimal
     */
    @SuppressWarnings("NullAway.Init") // describe() sets the rest
    public Article(UUID id, ArticleMetadata metadata, ArticleStatus status, String receivedSha256, Instant ingestedAt) {
        this.id = Objects.requireNonNull(id);
        this.receivedSha256 = Objects.requireNonNull(receivedSha256);
        this.status = Objects.requireNonNull(status);
        this.ingestedAt = Objects.requireNonNull(ingestedAt);
        this.currentVersion = 1;
        describe(metadata);
    }

    public final void describe(ArticleMetadata metadata) {
        outletId = metadata.outletId();
        url = metadata.url();
        externalId = metadata.externalId();
        publishedAt = metadata.publishedAt();
        modifiedAt = metadata.modifiedAt();
        section = metadata.section();
        tags = metadata.tags().toArray(String[]::new);
        rights = metadata.rights();
        language = metadata.language();
    }

    public ArticleMetadata metadata() {
        return new ArticleMetadata(
                outletId, url, externalId, publishedAt, modifiedAt, section, Arrays.asList(tags), rights, language);
    }

    /** Makes the next version the one that holds. */
    public int nextVersion() {
        currentVersion++;
        return currentVersion;
    }

    public void become(ArticleStatus next) {
        status = next;
    }

    /**
     * What somebody says of it who delivers it again. That may hide it, or end an embargo; what was withdrawn stays
     * withdrawn until somebody edits it.
     */
    public void becomeAsDelivered(ArticleStatus next) {
        if (status != ArticleStatus.WITHDRAWN) {
            status = next;
        }
    }

    /** Hides the article from everybody; its status stays. */
    public void delete(Instant at) {
        deletedAt = at;
    }

    /** Brings a deleted article back as what it was. */
    public void restore() {
        deletedAt = null;
    }

    public UUID id() {
        return id;
    }

    /** Counts the changes to the article's own row; 0 for one just made. Not the number of its text's version. */
    public long version() {
        return version == null ? 0 : version;
    }

    public ArticleStatus status() {
        return status;
    }

    /** Whether readers may see it, unless it is deleted. */
    public boolean isPublished() {
        return status == ArticleStatus.PUBLISHED;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public @Nullable UUID outletId() {
        return outletId;
    }

    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    public Instant ingestedAt() {
        return ingestedAt;
    }

    public @Nullable Instant deletedAt() {
        return deletedAt;
    }

    public int currentVersion() {
        return currentVersion;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Article article && article.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}

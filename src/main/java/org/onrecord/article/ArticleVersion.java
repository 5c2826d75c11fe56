package org.onrecord.article;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** The text of one version of an article, never changed once written. */
@Entity
@Immutable
public class ArticleVersion implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID articleId;
    private int number;
    private String headline;
    private @Nullable String standfirst;
    private @Nullable String byline;
    private @Nullable String dateline;
    private String body;
    private String textSha256;
    private int wordCount;
    private boolean shown;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<RemovedText> removed;

    @Enumerated(EnumType.STRING)
    private VersionReason reason;

    private Instant createdAt;
    private @Nullable String createdBy;
    private @Nullable UUID receivedItemId;

    @SuppressWarnings("NullAway.Init")
    protected ArticleVersion() {}

    /**
     * @param number 1 for the first version of the article
     * @param removed what cleaning took out, in text order
     * @param shown whether it is published at once: readers may see it, also once it is an old one
     * @param receivedItemId the item it was made from, or null for an edit
     */
    public ArticleVersion(
            UUID id,
            UUID articleId,
            int number,
            ArticleText text,
            List<RemovedText> removed,
            boolean shown,
            VersionReason reason,
            Instant createdAt,
            @Nullable String createdBy,
            @Nullable UUID receivedItemId) {
        if (number < 1) {
            throw new IllegalArgumentException("versions count from 1, not " + number);
        }
        this.id = Objects.requireNonNull(id);
        this.articleId = Objects.requireNonNull(articleId);
        this.number = number;
        this.headline = text.headline();
        this.standfirst = text.standfirst();
        this.byline = text.byline();
        this.dateline = text.dateline();
        this.body = text.body();
        this.textSha256 = text.sha256();
        this.wordCount = text.wordCount();
        this.removed = List.copyOf(removed);
        this.shown = shown;
        this.reason = Objects.requireNonNull(reason);
        this.createdAt = Objects.requireNonNull(createdAt);
        this.createdBy = createdBy;
        this.receivedItemId = receivedItemId;
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Always: a version is written once. */
    @Override
    public boolean isNew() {
        return true;
    }

    public UUID articleId() {
        return articleId;
    }

    public int number() {
        return number;
    }

    public ArticleText text() {
        return new ArticleText(headline, standfirst, byline, dateline, body);
    }

    public String textSha256() {
        return textSha256;
    }

    public int wordCount() {
        return wordCount;
    }

    public List<RemovedText> removed() {
        return List.copyOf(removed);
    }

    public VersionReason reason() {
        return reason;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable String createdBy() {
        return createdBy;
    }
}

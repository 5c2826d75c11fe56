package org.onrecord.article;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;

/** An item exactly as it was received, kept so that cleaning can be done again. */
@Entity
@Immutable
public class ReceivedItem implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID articleId;
    private String mediaType;
    private String content;
    private Instant receivedAt;

    @SuppressWarnings("NullAway.Init")
    protected ReceivedItem() {}

    public ReceivedItem(UUID id, UUID articleId, String mediaType, String content, Instant receivedAt) {
        this.id = Objects.requireNonNull(id);
        this.articleId = Objects.requireNonNull(articleId);
        this.mediaType = Objects.requireNonNull(mediaType);
        this.content = Objects.requireNonNull(content);
        this.receivedAt = Objects.requireNonNull(receivedAt);
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Always: an item is written once. */
    @Override
    public boolean isNew() {
        return true;
    }

    public String mediaType() {
        return mediaType;
    }

    public String content() {
        return content;
    }
}

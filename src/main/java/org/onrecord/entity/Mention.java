package org.onrecord.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.MentionKind;
import org.onrecord.text.Span;
import org.springframework.data.domain.Persistable;

/** A stretch of an article version that names an entity. */
@Entity
@Immutable
public class Mention implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID articleId;
    private int articleVersion;
    private UUID entityId;
    private int spanStart;
    private int spanEnd;
    private String text;

    @Enumerated(EnumType.STRING)
    private MentionKind kind;

    @SuppressWarnings("NullAway.Init")
    protected Mention() {}

    /**
     * @param span in code points of the version's body
     * @param text exactly {@code body[span]}
     */
    public Mention(
            UUID id, UUID articleId, int articleVersion, UUID entityId, Span span, String text, MentionKind kind) {
        this.id = Objects.requireNonNull(id);
        this.articleId = Objects.requireNonNull(articleId);
        this.articleVersion = articleVersion;
        this.entityId = Objects.requireNonNull(entityId);
        this.spanStart = span.start();
        this.spanEnd = span.end();
        this.text = Objects.requireNonNull(text);
        this.kind = Objects.requireNonNull(kind);
    }

    NamedSo named() {
        return new NamedSo(entityId, text);
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Always: a mention is written once. */
    @Override
    public boolean isNew() {
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Mention that && that.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}

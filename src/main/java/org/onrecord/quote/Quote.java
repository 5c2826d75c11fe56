package org.onrecord.quote;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.MentionKind;
import org.onrecord.extraction.QuoteKind;

/**
 * Words an article attributes to a speaker. It keeps its identity while its words stand in the article: with each new
 * version of the text it moves on, and where its words are gone it stays behind in the last version that had them.
 */
@Entity
public class Quote {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID articleId;
    private int articleVersion;

    @Enumerated(EnumType.STRING)
    private QuoteKind kind;

    private String content;
    private int contentStart;
    private int contentEnd;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Segment> segments;

    private @Nullable String cueText;
    private @Nullable Integer cueStart;
    private @Nullable Integer cueEnd;
    private @Nullable String speakerName;
    private @Nullable UUID speakerId;

    /** Whose words they were taken for before that entity turned out to be the speaker. */
    private @Nullable UUID speakerMergedFrom;

    private @Nullable String speakerMentionText;
    private @Nullable Integer speakerMentionStart;
    private @Nullable Integer speakerMentionEnd;

    @Enumerated(EnumType.STRING)
    private @Nullable MentionKind speakerMentionKind;

    private double confidence;
    private String reason;

    @Enumerated(EnumType.STRING)
    private QuoteStatus status;

    private String prefix;
    private String suffix;
    private Instant createdAt;
    private Instant modifiedAt;
    private @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init")
    protected Quote() {}

    @SuppressWarnings("NullAway.Init") // moveTo() sets the rest
    private Quote(UUID id, UUID articleId, int articleVersion, Wording wording, QuoteStatus status, Instant at) {
        this.id = Objects.requireNonNull(id);
        this.articleId = Objects.requireNonNull(articleId);
        this.status = status;
        this.createdAt = at;
        moveTo(articleVersion, wording, at);
    }

    /**
     * A quote the machine found.
     *
     * @param confidence the probability that words and speaker are right, 0 to 1
     * @param reason why this speaker, for people
     */
    public static Quote extracted(
            UUID id,
            UUID articleId,
            int articleVersion,
            Wording wording,
            @Nullable Attribution speaker,
            double confidence,
            String reason,
            Instant at) {
        Quote quote = new Quote(id, articleId, articleVersion, wording, QuoteStatus.EXTRACTED, at);
        quote.believe(speaker, confidence, reason);
        return quote;
    }

    /** A quote somebody adds by hand: certain, because a person says so. */
    public static Quote added(
            UUID id, UUID articleId, int articleVersion, Wording wording, @Nullable Attribution speaker, Instant at) {
        Quote quote = new Quote(id, articleId, articleVersion, wording, QuoteStatus.ADDED, at);
        quote.believe(speaker, 1.0, "added by hand");
        return quote;
    }

    private void believe(@Nullable Attribution speaker, double confidence, String reason) {
        attribute(speaker);
        this.confidence = confidence;
        this.reason = reason;
    }

    /** Takes the quote along to where its words stand in a version of the text. */
    public final void moveTo(int articleVersion, Wording wording, Instant at) {
        this.articleVersion = articleVersion;
        kind = wording.kind();
        content = wording.content();
        contentStart = wording.start();
        contentEnd = wording.end();
        segments = wording.segments();
        Cue cue = wording.cue();
        cueText = cue == null ? null : cue.text();
        cueStart = cue == null ? null : cue.start();
        cueEnd = cue == null ? null : cue.end();
        prefix = wording.prefix();
        suffix = wording.suffix();
        modifiedAt = at;
    }

    /** What the machine finds on reading again replaces what it found before, never what a person decided. */
    public void findAgain(@Nullable Attribution speaker, double confidence, String reason) {
        if (status.isDecided()) {
            throw new IllegalStateException("quote " + id + " is " + status + ": a person decided it");
        }
        believe(speaker, confidence, reason);
    }

    public void confirm(Instant at) {
        decide(QuoteStatus.CONFIRMED, at);
    }

    public void reject(Instant at) {
        decide(QuoteStatus.REJECTED, at);
    }

    /** Corrects the words: where the quote stands in the article version it belongs to. */
    public void reword(Wording wording, Instant at) {
        moveTo(articleVersion, wording, at);
        decide(status == QuoteStatus.ADDED ? QuoteStatus.ADDED : QuoteStatus.EDITED, at);
    }

    /** Names the speaker, or nobody. */
    public void attributeTo(@Nullable Attribution speaker, Instant at) {
        attribute(speaker);
        reason = "attributed by hand";
        decide(status == QuoteStatus.ADDED ? QuoteStatus.ADDED : QuoteStatus.EDITED, at);
    }

    private void attribute(@Nullable Attribution speaker) {
        speakerName = speaker == null ? null : speaker.name();
        speakerId = speaker == null ? null : speaker.entityId();
        speakerMergedFrom = null;
        locateSpeaker(speaker == null ? null : speaker.mention());
    }

    /** Where the article refers to the speaker; it moves with the text like the words do. */
    public final void locateSpeaker(@Nullable SpeakerMention mention) {
        speakerMentionText = mention == null ? null : mention.text();
        speakerMentionStart = mention == null ? null : mention.start();
        speakerMentionEnd = mention == null ? null : mention.end();
        speakerMentionKind = mention == null ? null : mention.kind();
    }

    private void decide(QuoteStatus next, Instant at) {
        status = next;
        confidence = 1.0;
        modifiedAt = at;
    }

    public void delete(Instant at) {
        deletedAt = at;
        modifiedAt = at;
    }

    public void restore(Instant at) {
        deletedAt = null;
        modifiedAt = at;
    }

    public UUID id() {
        return id;
    }

    /** Counts the changes; 0 for a quote just made. */
    public long version() {
        return version == null ? 0 : version;
    }

    public UUID articleId() {
        return articleId;
    }

    /** The latest version of the article in which the words stand. */
    public int articleVersion() {
        return articleVersion;
    }

    public QuoteStatus status() {
        return status;
    }

    public double confidence() {
        return confidence;
    }

    public String reason() {
        return reason;
    }

    public Wording wording() {
        return new Wording(kind, segments, cue(), prefix, suffix);
    }

    private @Nullable Cue cue() {
        return cueText == null || cueStart == null || cueEnd == null ? null : new Cue(cueText, cueStart, cueEnd);
    }

    /** Who said it, or null where nobody knows. */
    public @Nullable Attribution speaker() {
        return speakerName == null ? null : new Attribution(speakerName, speakerMention(), speakerId);
    }

    private @Nullable SpeakerMention speakerMention() {
        return speakerMentionText == null
                        || speakerMentionStart == null
                        || speakerMentionEnd == null
                        || speakerMentionKind == null
                ? null
                : new SpeakerMention(speakerMentionText, speakerMentionStart, speakerMentionEnd, speakerMentionKind);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant modifiedAt() {
        return modifiedAt;
    }

    public @Nullable Instant deletedAt() {
        return deletedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Quote quote && quote.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}

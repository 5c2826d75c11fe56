package org.onrecord.quote;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.Standing;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleVersions;
import org.onrecord.article.ShownArticles;
import org.onrecord.entity.NameLookup;
import org.onrecord.entity.NameLookup.Namesake;
import org.onrecord.entity.NamedEntities;
import org.onrecord.entity.NamedEntity;
import org.onrecord.entity.NamedEntityChanged;
import org.onrecord.extraction.MentionKind;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.kernel.Deleted;
import org.onrecord.kernel.ExpectedVersion;
import org.onrecord.kernel.Ids;
import org.onrecord.kernel.Missing;
import org.onrecord.quote.UnfitQuote.Part;
import org.onrecord.quote.UnfitQuote.Reason;
import org.onrecord.text.CodePoints;
import org.onrecord.text.Span;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with quotes: add one that was missed, confirm, reject, correct words and speaker, delete. */
@Service
@Transactional
public class QuoteReview {

    private final Quotes quotes;
    private final ShownArticles articles;
    private final ArticleVersions versions;
    private final NamedEntities entities;
    private final NameLookup names;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QuoteReview(
            Quotes quotes,
            ShownArticles articles,
            ArticleVersions versions,
            NamedEntities entities,
            NameLookup names,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.quotes = quotes;
        this.articles = articles;
        this.versions = versions;
        this.entities = entities;
        this.names = names;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Words as somebody marks them in a body.
     *
     * @param segments in code points of the body, in text order, at least one
     */
    public record Marked(
            QuoteKind kind, List<Span> segments, @Nullable Span cue) {

        public Marked {
            segments = List.copyOf(segments);
        }
    }

    /**
     * A speaker as somebody names one.
     *
     * @param entityId the named entity, or null to go by the name
     * @param name the name, or null to take the entity's
     * @param mention where the body refers to the speaker, or null
     */
    public record NamedSpeaker(
            @Nullable UUID entityId,
            @Nullable String name,
            @Nullable Span mention) {}

    /**
     * Adds a quote to the current version of an article.
     *
     * @throws UnfitQuote if the spans do not lie in the body in text order, or the speaker is unknown
     */
    public Quote add(UUID articleId, Marked marked, @Nullable NamedSpeaker speaker) {
        Article article = articles.find(articleId);
        CodePoints body = body(articleId, article.currentVersion());
        Quote quote = Quote.added(
                Ids.next(),
                articleId,
                article.currentVersion(),
                wording(body, marked),
                speaker == null ? null : attribution(body, speaker),
                clock.instant());
        return stored(quote);
    }

    /**
     * What somebody changes of a quote. A verdict comes last, so that a correction may be confirmed in one go.
     *
     * @param words the words anew, or null where they stay
     * @param speaker the speaker anew, or empty to name nobody; null where the speaker stays
     * @param verdict whether the quote is right, or null where nobody says so
     */
    public record Change(
            @Nullable Marked words,
            @Nullable Optional<NamedSpeaker> speaker,
            @Nullable Verdict verdict) {}

    /** Whether a quote is right. */
    public enum Verdict {
        CONFIRMED,
        REJECTED
    }

    /**
     * Edits a quote.
     *
     * @param edit makes the change of the words as they are
     * @throws UnfitQuote if the spans do not lie in the body in text order, or the speaker is unknown
     */
    public Quote edit(UUID id, ExpectedVersion expected, Function<Wording, Change> edit) {
        Quote quote = expected(id, expected);
        Change change = edit.apply(quote.wording());
        CodePoints body = body(quote.articleId(), quote.articleVersion());
        Instant now = clock.instant();
        if (change.words() != null) {
            quote.reword(wording(body, change.words()), now);
        }
        if (change.speaker() != null) {
            announce(quote.speaker());
            quote.attributeTo(
                    change.speaker().map(speaker -> attribution(body, speaker)).orElse(null), now);
        }
        if (change.verdict() == Verdict.CONFIRMED) {
            quote.confirm(now);
        } else if (change.verdict() == Verdict.REJECTED) {
            quote.reject(now);
        }
        return stored(quote);
    }

    public void delete(UUID id, ExpectedVersion expected) {
        Quote quote = expected(id, expected);
        quote.delete(clock.instant());
        stored(quote);
    }

    private Quote expected(UUID id, ExpectedVersion expected) {
        Quote quote = quotes.findByIdForUpdate(id).orElseThrow(() -> new Missing("quote", id));
        if (quote.deletedAt() != null) {
            throw new Deleted("quote", id, quote.deletedAt());
        }
        articles.find(quote.articleId());
        expected.check(quote.version());
        return quote;
    }

    /** Brings a deleted quote back; one that is not deleted stays as it is. */
    public Quote restore(UUID id) {
        Quote quote = quotes.findByIdForUpdate(id).orElseThrow(() -> new Missing("quote", id));
        articles.find(quote.articleId());
        if (quote.deletedAt() == null) {
            return quote;
        }
        quote.restore(clock.instant());
        return stored(quote);
    }

    /**
     * The quote of this id.
     *
     * @throws Missing if there is none as far as the caller may know
     * @throws Deleted if it or its article was deleted
     */
    @Transactional(readOnly = true)
    public Quote find(UUID id, Caller caller) {
        Quote quote = quotes.findById(id).orElseThrow(() -> new Missing("quote", id));
        record Standings(Standing quote, Standing article) {}
        Standings standings = jdbc.sql("select withheld, deleted_at, article_deleted_at from stored_quote where id = ?")
                .param(id)
                .query((row, number) -> new Standings(
                        Standing.read(row),
                        new Standing(
                                row.getBoolean("withheld"),
                                row.getTimestamp("article_deleted_at") == null
                                        ? null
                                        : row.getTimestamp("article_deleted_at").toInstant())))
                .single();
        standings.quote().check(caller, "quote", id);
        standings.article().check(caller, "article", quote.articleId());
        return quote;
    }

    /** Readers may know a speaker by the quote alone. */
    private Quote stored(Quote quote) {
        Quote stored = quotes.saveAndFlush(quote);
        events.publishEvent(new QuoteChanged(quote.id(), quote.articleId()));
        announce(quote.speaker());
        return stored;
    }

    private void announce(@Nullable Attribution speaker) {
        if (speaker != null && speaker.entityId() != null) {
            events.publishEvent(new NamedEntityChanged(speaker.entityId()));
        }
    }

    private CodePoints body(UUID articleId, int version) {
        return new CodePoints(versions.findByArticleIdAndNumber(articleId, version)
                .orElseThrow()
                .text()
                .body());
    }

    /** The words marked, checked against the body. */
    static Wording wording(CodePoints body, Marked marked) {
        int from = 0;
        for (int i = 0; i < marked.segments().size(); i++) {
            Span segment = marked.segments().get(i);
            if (isOutside(segment, body)) {
                throw UnfitQuote.segment(i, Reason.OUTSIDE_THE_BODY, noStretch(segment, body));
            }
            if (segment.start() < from) {
                throw UnfitQuote.segment(i, Reason.OUT_OF_ORDER, "segments must be in text order, not overlapping");
            }
            from = segment.end();
        }
        Span cue = marked.cue();
        if (cue != null && isOutside(cue, body)) {
            throw UnfitQuote.of(Part.CUE, Reason.OUTSIDE_THE_BODY, noStretch(cue, body));
        }
        return QuotedText.in(body).wording(marked.kind(), marked.segments(), cue);
    }

    private static boolean isOutside(Span span, CodePoints body) {
        return span.isEmpty() || span.end() > body.length();
    }

    private static String noStretch(Span span, CodePoints body) {
        return "[" + span.start() + ", " + span.end() + ") is no stretch of a body of " + body.length()
                + " code points";
    }

    /** Whom somebody names: by id, or by a name that exactly one entity of the archive goes by. */
    private Attribution attribution(CodePoints body, NamedSpeaker speaker) {
        SpeakerMention mention = speaker.mention() == null ? null : mention(body, speaker.mention());
        if (speaker.entityId() != null) {
            NamedEntity entity = entities.findById(speaker.entityId())
                    .map(this::survivor)
                    .filter(found -> found.deletedAt() == null)
                    .orElseThrow(() -> UnfitQuote.of(
                            Part.SPEAKER_ENTITY, Reason.NO_SUCH_ENTITY, "there is no entity " + speaker.entityId()));
            return new Attribution(entity.name(), mention, entity.id());
        }
        if (speaker.name() == null) {
            throw UnfitQuote.of(
                    Part.SPEAKER, Reason.NOBODY_NAMED, "needs a name or an entityId; null says nobody is known");
        }
        List<Namesake> known = names.called(speaker.name());
        return new Attribution(
                speaker.name(), mention, known.size() == 1 ? known.get(0).id() : null);
    }

    private NamedEntity survivor(NamedEntity entity) {
        return entity.mergedInto() == null
                ? entity
                : entities.findById(entity.mergedInto()).orElseThrow();
    }

    private static SpeakerMention mention(CodePoints body, Span span) {
        if (isOutside(span, body)) {
            throw UnfitQuote.of(Part.SPEAKER_MENTION, Reason.OUTSIDE_THE_BODY, noStretch(span, body));
        }
        return new SpeakerMention(body.textOf(span), span.start(), span.end(), MentionKind.NAME);
    }
}

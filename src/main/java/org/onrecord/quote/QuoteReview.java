package org.onrecord.quote;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ETag;
import org.onrecord.api.Preconditions;
import org.onrecord.api.problem.Fault;
import org.onrecord.api.problem.GoneResource;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.api.problem.NoSuchResource;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleVersions;
import org.onrecord.article.ShownArticles;
import org.onrecord.entity.NameLookup;
import org.onrecord.entity.NamedEntities;
import org.onrecord.entity.NamedEntity;
import org.onrecord.extraction.MentionKind;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.kernel.Ids;
import org.onrecord.text.CodePoints;
import org.onrecord.text.Span;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QuoteReview(
            Quotes quotes,
            ShownArticles articles,
            ArticleVersions versions,
            NamedEntities entities,
            NameLookup names,
            ApplicationEventPublisher events,
            Clock clock) {
        this.quotes = quotes;
        this.articles = articles;
        this.versions = versions;
        this.entities = entities;
        this.names = names;
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
     * @throws InvalidInput if the spans do not lie in the body in text order, or the speaker is unknown
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

    /** A change to a quote, made at a time. */
    public interface Decision {

        /** @param body of the article version the quote belongs to */
        void apply(Quote quote, CodePoints body, Instant at);
    }

    /** Changes a quote. */
    public Quote decide(UUID id, Preconditions preconditions, Decision decision) {
        Quote quote = quotes.findByIdForUpdate(id).orElseThrow(() -> new NoSuchResource("quote", id));
        checkShown(quote);
        preconditions.requireMatch(ETag.of(quote.version()));
        decision.apply(quote, body(quote.articleId(), quote.articleVersion()), clock.instant());
        return stored(quote);
    }

    public void delete(UUID id, Preconditions preconditions) {
        decide(id, preconditions, (quote, body, at) -> quote.delete(at));
    }

    /** Brings a deleted quote back; one that is not deleted stays as it is. */
    public Quote restore(UUID id) {
        Quote quote = quotes.findByIdForUpdate(id).orElseThrow(() -> new NoSuchResource("quote", id));
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
     * @throws GoneResource if it or its article was deleted
     */
    @Transactional(readOnly = true)
    public Quote find(UUID id) {
        Quote quote = quotes.findById(id).orElseThrow(() -> new NoSuchResource("quote", id));
        checkShown(quote);
        return quote;
    }

    private void checkShown(Quote quote) {
        if (quote.deletedAt() != null) {
            throw new GoneResource("quote", quote.id(), quote.deletedAt());
        }
        articles.find(quote.articleId());
    }

    private Quote stored(Quote quote) {
        Quote stored = quotes.saveAndFlush(quote);
        events.publishEvent(new QuoteChanged(quote.id(), quote.articleId()));
        return stored;
    }

    private CodePoints body(UUID articleId, int version) {
        return new CodePoints(versions.findByArticleIdAndNumber(articleId, version)
                .orElseThrow()
                .text()
                .body());
    }

    /** The words marked, checked against the body. */
    public static Wording wording(CodePoints body, Marked marked) {
        int from = 0;
        for (int i = 0; i < marked.segments().size(); i++) {
            Span segment = marked.segments().get(i);
            checkSpan("/segments/" + i, segment, body);
            if (segment.start() < from) {
                throw unprocessable(
                        "/segments/" + i, "out-of-order", "segments must be in text order, not overlapping");
            }
            from = segment.end();
        }
        if (marked.cue() != null) {
            checkSpan("/cue", marked.cue(), body);
        }
        return QuotedText.in(body).wording(marked.kind(), marked.segments(), marked.cue());
    }

    private static void checkSpan(String pointer, Span span, CodePoints body) {
        if (span.isEmpty() || span.end() > body.length()) {
            throw unprocessable(
                    pointer,
                    "outside-the-body",
                    "[" + span.start() + ", " + span.end() + ") is no stretch of a body of " + body.length()
                            + " code points");
        }
    }

    /** Whom somebody names: by id, or by a name that exactly one entity of the archive goes by. */
    public Attribution attribution(CodePoints body, NamedSpeaker speaker) {
        SpeakerMention mention = speaker.mention() == null ? null : mention(body, speaker.mention());
        if (speaker.entityId() != null) {
            NamedEntity entity = entities.findById(speaker.entityId())
                    .map(this::survivor)
                    .filter(found -> found.deletedAt() == null)
                    .orElseThrow(() -> unprocessable(
                            "/speaker/entityId", "no-such-entity", "there is no entity " + speaker.entityId()));
            return new Attribution(entity.name(), mention, entity.id());
        }
        if (speaker.name() == null) {
            throw unprocessable("/speaker", "nobody-named", "needs a name or an entityId; null says nobody is known");
        }
        List<UUID> known = names.byName(speaker.name());
        return new Attribution(speaker.name(), mention, known.size() == 1 ? known.get(0) : null);
    }

    private NamedEntity survivor(NamedEntity entity) {
        return entity.mergedInto() == null
                ? entity
                : entities.findById(entity.mergedInto()).orElseThrow();
    }

    private static SpeakerMention mention(CodePoints body, Span span) {
        checkSpan("/speaker/mention", span, body);
        return new SpeakerMention(body.textOf(span), span.start(), span.end(), MentionKind.NAME);
    }

    private static InvalidInput unprocessable(String pointer, String code, String message) {
        return InvalidInput.unprocessable(List.of(Fault.at(pointer, code, message)));
    }
}

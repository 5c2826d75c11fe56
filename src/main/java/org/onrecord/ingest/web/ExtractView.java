package org.onrecord.ingest.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleText;
import org.onrecord.article.RemovedText;
import org.onrecord.entity.EntityInArticle.Place;
import org.onrecord.extraction.Analysis;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.FoundEntity;
import org.onrecord.extraction.FoundMention;
import org.onrecord.extraction.FoundQuote;
import org.onrecord.extraction.FoundSpeaker;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.ingest.PreparedArticle;
import org.onrecord.quote.Cue;
import org.onrecord.quote.QuoteView.Context;
import org.onrecord.quote.QuotedText;
import org.onrecord.quote.Segment;
import org.onrecord.quote.SpeakerMention;
import org.onrecord.quote.Wording;
import org.onrecord.text.CodePoints;

/**
 * What analysis finds in an item. Offsets count code points of {@code body}.
 *
 * @param headline empty where the item has none
 * @param removed what cleaning took out, in text order
 */
record ExtractView(
        String language,
        String headline,
        @Nullable String standfirst,
        @Nullable String byline,
        @Nullable String dateline,
        @Nullable Instant publishedAt,
        String body,
        List<RemovedText> removed,
        List<ExtractedQuote> quotes,
        List<ExtractedEntity> entities) {

    /**
     * A quote without the ids it would have in the archive.
     *
     * @param reason why this speaker; null unless asked to explain
     */
    record ExtractedQuote(
            QuoteKind kind,
            String content,
            int start,
            int end,
            List<Segment> segments,
            @Nullable Cue cue,
            @Nullable ExtractedSpeaker speaker,
            double confidence,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason,

            Context context) {

        static ExtractedQuote of(FoundQuote found, CodePoints body, boolean explain) {
            Wording wording = QuotedText.in(body).wording(found.kind(), found.segments(), found.cue());
            return new ExtractedQuote(
                    found.kind(),
                    wording.content(),
                    wording.start(),
                    wording.end(),
                    wording.segments(),
                    wording.cue(),
                    found.speaker() == null ? null : ExtractedSpeaker.of(found.speaker()),
                    found.confidence(),
                    explain ? found.reason() : null,
                    new Context(wording.prefix(), wording.suffix()));
        }
    }

    /**
     * The speaker of a quote.
     *
     * @param entity the speaker's place in {@code entities}, counting from 0, or null
     */
    record ExtractedSpeaker(
            String name,
            @Nullable SpeakerMention mention,
            @Nullable Integer entity) {

        static ExtractedSpeaker of(FoundSpeaker found) {
            FoundMention mention = found.mention();
            return new ExtractedSpeaker(
                    found.name(),
                    mention == null
                            ? null
                            : new SpeakerMention(
                                    mention.text(),
                                    mention.span().start(),
                                    mention.span().end(),
                                    mention.kind()),
                    found.entity());
        }
    }

    /** Someone or something named. */
    record ExtractedEntity(EntityType type, String name, List<Place> mentions) {

        static ExtractedEntity of(FoundEntity found) {
            return new ExtractedEntity(
                    found.type(),
                    found.name(),
                    found.mentions().stream()
                            .map(mention -> new Place(
                                    mention.text(),
                                    mention.span().start(),
                                    mention.span().end(),
                                    mention.kind()))
                            .toList());
        }
    }

    static ExtractView of(PreparedArticle prepared, boolean explain) {
        return of(
                prepared.text(),
                prepared.delivery().metadata().publishedAt(),
                prepared.removed(),
                prepared.analysis(),
                explain);
    }

    /** A text that was not cleaned. */
    static ExtractView of(ArticleText text, Analysis analysis, boolean explain) {
        return of(text, null, List.of(), analysis, explain);
    }

    private static ExtractView of(
            ArticleText text,
            @Nullable Instant publishedAt,
            List<RemovedText> removed,
            Analysis analysis,
            boolean explain) {
        CodePoints body = new CodePoints(text.body());
        return new ExtractView(
                analysis.language(),
                text.headline(),
                text.standfirst(),
                text.byline(),
                text.dateline(),
                publishedAt,
                text.body(),
                removed,
                analysis.quotes().stream()
                        .map(quote -> ExtractedQuote.of(quote, body, explain))
                        .toList(),
                analysis.entities().stream().map(ExtractedEntity::of).toList());
    }
}

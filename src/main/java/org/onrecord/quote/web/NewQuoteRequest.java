package org.onrecord.quote.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.quote.QuoteReview.Marked;
import org.onrecord.quote.QuoteReview.NamedSpeaker;
import org.onrecord.text.Span;

/**
 * A quote to be added by hand to the current version of an article.
 *
 * @param kind {@code direct} where it is left out
 * @param segments where the words stand; or {@code start} and {@code end} for a single stretch
 */
record NewQuoteRequest(
        @NotNull UUID articleId,
        @Nullable QuoteKind kind,

        @Valid @Size(min = 1, max = QuoteChange.SEGMENTS) @Nullable
        List<SpanRequest> segments,

        @Nullable Integer start,
        @Nullable Integer end,
        @Valid @Nullable SpanRequest cue,
        @Valid @Nullable SpeakerRequest speaker) {

    Marked marked() {
        return new Marked(
                kind == null ? QuoteKind.DIRECT : kind, spans(segments, start, end), cue == null ? null : cue.toSpan());
    }

    @Nullable
    NamedSpeaker namedSpeaker() {
        return speaker == null ? null : speaker.toSpeaker();
    }

    /** Segments, or the one stretch from start to end. */
    static List<Span> spans(@Nullable List<SpanRequest> segments, @Nullable Integer start, @Nullable Integer end) {
        if (segments != null) {
            if (start != null || end != null) {
                throw InvalidInput.at("/segments", "one-or-the-other", "give segments, or start and end, not both");
            }
            return segments.stream().map(SpanRequest::toSpan).toList();
        }
        if (start == null || end == null) {
            throw InvalidInput.at("/segments", "missing", "give segments, or start and end");
        }
        if (start < 0 || end <= start) {
            throw InvalidInput.at("/start", "not-a-span", "[" + start + ", " + end + ") is no stretch of text");
        }
        return List.of(new Span(start, end));
    }
}

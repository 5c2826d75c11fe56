package org.onrecord.quote.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.input.MergePatch;
import org.onrecord.api.input.MergePatches;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.quote.Cue;
import org.onrecord.quote.Quote;
import org.onrecord.quote.QuoteReview;
import org.onrecord.quote.QuoteReview.Marked;
import org.onrecord.quote.QuoteStatus;
import org.onrecord.quote.Wording;
import org.onrecord.text.CodePoints;
import org.onrecord.text.Span;

/**
 * A change to a quote as a merge patch gives it: its words and kind, its speaker, whether it is right. A status comes
 * last, so that a correction may be confirmed in one go.
 */
record QuoteChange(MergePatch patch, MergePatches patches, QuoteReview review) implements QuoteReview.Decision {

    /** The most segments a quote may have. */
    static final int SEGMENTS = 100;

    /** What of a quote a patch may speak of. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Patched(
            @Nullable QuoteStatus status,
            @Nullable QuoteKind kind,
            @Valid @Size(min = 1, max = SEGMENTS) @Nullable List<SpanRequest> segments,
            @Nullable Integer start,
            @Nullable Integer end,
            @Valid @Nullable SpanRequest cue,
            @Valid @Nullable SpeakerRequest speaker) {}

    @Override
    public void apply(Quote quote, CodePoints body, Instant at) {
        Wording before = quote.wording();
        Patched wanted = patches.apply(patch, current(before));
        if (patch.has("segments") || patch.has("start") || patch.has("end") || patch.has("kind") || patch.has("cue")) {
            quote.reword(QuoteReview.wording(body, marked(before, wanted)), at);
        }
        if (patch.has("speaker")) {
            quote.attributeTo(
                    wanted.speaker() == null
                            ? null
                            : review.attribution(body, wanted.speaker().toSpeaker()),
                    at);
        }
        if (patch.has("status")) {
            decide(quote, wanted.status(), at);
        }
    }

    /** Neither words nor speaker: of these a patch must say everything it changes, or nothing. */
    private static Patched current(Wording wording) {
        Cue cue = wording.cue();
        return new Patched(
                null,
                wording.kind(),
                null,
                null,
                null,
                cue == null ? null : SpanRequest.of(cue.start(), cue.end()),
                null);
    }

    private Marked marked(Wording before, Patched wanted) {
        boolean moved = patch.has("segments") || patch.has("start") || patch.has("end");
        List<Span> spans = before.segments().stream()
                .map(segment -> new Span(segment.start(), segment.end()))
                .toList();
        if (moved) {
            boolean single = wanted.segments() == null && before.segments().size() == 1;
            spans = NewQuoteRequest.spans(
                    wanted.segments(),
                    wanted.start() == null && single ? Integer.valueOf(before.start()) : wanted.start(),
                    wanted.end() == null && single ? Integer.valueOf(before.end()) : wanted.end());
        }
        if (wanted.kind() == null) {
            throw InvalidInput.at("/kind", "not-null", "every quote is direct, mixed or indirect");
        }
        return new Marked(
                wanted.kind(), spans, wanted.cue() == null ? null : wanted.cue().toSpan());
    }

    private static void decide(Quote quote, @Nullable QuoteStatus status, Instant at) {
        if (status == QuoteStatus.CONFIRMED) {
            quote.confirm(at);
        } else if (status == QuoteStatus.REJECTED) {
            quote.reject(at);
        } else {
            throw InvalidInput.at("/status", "not-a-decision", "may be set to confirmed or rejected");
        }
    }
}

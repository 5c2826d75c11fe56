package org.onrecord.quote.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.input.MergePatch;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.quote.Cue;
import org.onrecord.quote.QuoteReview.Change;
import org.onrecord.quote.QuoteReview.Marked;
import org.onrecord.quote.QuoteReview.Verdict;
import org.onrecord.quote.QuoteStatus;
import org.onrecord.quote.Segment;
import org.onrecord.quote.Wording;
import org.onrecord.text.Span;

/** What of a quote a merge patch may change: its words and kind, its speaker, whether it is right. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuoteChange(
        @Nullable QuoteStatus status,
        @Nullable QuoteKind kind,

        @Valid @Size(min = 1, max = QuoteChange.SEGMENTS) @Nullable
        List<SpanRequest> segments,

        @Nullable Integer start,
        @Nullable Integer end,
        @Valid @Nullable SpanRequest cue,
        @Valid @Nullable SpeakerRequest speaker) {

    /** The most segments a quote may have. */
    static final int SEGMENTS = 100;

    /** Neither segments nor speaker nor status: a patch gives each of them whole or not at all. */
    static QuoteChange of(Wording wording) {
        Cue cue = wording.cue();
        SpanRequest cueSpan = cue == null ? null : SpanRequest.of(cue.start(), cue.end());
        return new QuoteChange(null, wording.kind(), null, null, null, cueSpan, null);
    }

    /** @param patch which this change is the outcome of: what it does not speak of stays */
    Change toChange(Wording before, MergePatch patch) {
        return new Change(
                Stream.of("segments", "start", "end", "kind", "cue").anyMatch(patch::has)
                        ? marked(before, patch)
                        : null,
                patch.has("speaker") ? Optional.ofNullable(speaker).map(SpeakerRequest::toSpeaker) : null,
                patch.has("status") ? verdict() : null);
    }

    private Marked marked(Wording before, MergePatch patch) {
        List<Span> spans = before.segments().stream().map(Segment::span).toList();
        if (patch.has("segments") || patch.has("start") || patch.has("end")) {
            boolean single = segments == null && spans.size() == 1;
            spans = NewQuoteRequest.spans(
                    segments,
                    start == null && single ? Integer.valueOf(before.start()) : start,
                    end == null && single ? Integer.valueOf(before.end()) : end);
        }
        if (kind == null) {
            throw InvalidInput.at("/kind", "not-null", "every quote is direct, mixed or indirect");
        }
        return new Marked(kind, spans, cue == null ? null : cue.toSpan());
    }

    private Verdict verdict() {
        if (status == QuoteStatus.CONFIRMED) {
            return Verdict.CONFIRMED;
        }
        if (status == QuoteStatus.REJECTED) {
            return Verdict.REJECTED;
        }
        throw InvalidInput.at("/status", "not-a-decision", "may be set to confirmed or rejected");
    }
}

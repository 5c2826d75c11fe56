package org.onrecord.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.text.Span;

/**
 * Words an article attributes to somebody. A quote interrupted by its cue or by a paragraph break is one quote of
 * several segments.
 *
 * @param segments the words without their outer quotation marks, in text order, at least one, never overlapping;
 *     code points of the body
 * @param cue the reporting words ("said", "according to"), or null
 * @param speaker null where the article does not say, or not clearly enough
 * @param confidence the probability that words and speaker are right, 0 to 1
 * @param reason in a few words for people, why this speaker was chosen, or why none was
 */
public record FoundQuote(
        QuoteKind kind,
        List<Span> segments,
        @Nullable Span cue,
        @Nullable FoundSpeaker speaker,
        double confidence,
        String reason) {

    public FoundQuote {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a quote has at least one segment");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("not a confidence: " + confidence);
        }
    }

    /** From the first segment's start to the last one's end. */
    public Span extent() {
        return new Span(
                segments.get(0).start(), segments.get(segments.size() - 1).end());
    }
}

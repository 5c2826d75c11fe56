package org.onrecord.quote;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.QuoteKind;

/**
 * A quote as the API shows it. All offsets are code points of the body of the article version named.
 *
 * @param content the words, segments joined by a blank
 * @param speaker null where nobody knows who spoke
 * @param confidence the probability that words and speaker are right, 0 to 1; 1 once a person decided
 * @param reason why this speaker, for people
 */
public record QuoteView(
        UUID id,
        UUID articleId,
        int articleVersion,
        QuoteKind kind,
        String content,
        int start,
        int end,
        List<Segment> segments,
        @Nullable Cue cue,
        @Nullable Attribution speaker,
        double confidence,
        String reason,
        QuoteStatus status,
        Context context) {

    /** The text around a quote, enough to find it again where it stands twice. */
    public record Context(String prefix, String suffix) {}

    static QuoteView of(Quote quote, @Nullable Attribution speaker) {
        Wording wording = quote.wording();
        return new QuoteView(
                quote.id(),
                quote.articleId(),
                quote.articleVersion(),
                wording.kind(),
                wording.content(),
                wording.start(),
                wording.end(),
                wording.segments(),
                wording.cue(),
                speaker,
                quote.confidence(),
                quote.reason(),
                quote.status(),
                new Context(wording.prefix(), wording.suffix()));
    }
}

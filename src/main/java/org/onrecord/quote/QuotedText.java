package org.onrecord.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.text.CodePoints;
import org.onrecord.text.Span;

/** A body as quotes see it: spans become segments with their words and surroundings. */
public final class QuotedText {

    private final CodePoints body;

    private QuotedText(CodePoints body) {
        this.body = body;
    }

    public static QuotedText in(CodePoints body) {
        return new QuotedText(body);
    }

    /**
     * @param spans of the segments, in text order
     * @throws IndexOutOfBoundsException if a span reaches beyond the body
     */
    public Wording wording(QuoteKind kind, List<Span> spans, @Nullable Span cue) {
        List<Segment> segments = spans.stream()
                .map(span -> new Segment(span.start(), span.end(), body.textOf(span)))
                .toList();
        return ofSegments(kind, segments, cue == null ? null : new Cue(body.textOf(cue), cue.start(), cue.end()));
    }

    Wording ofSegments(QuoteKind kind, List<Segment> segments, @Nullable Cue cue) {
        int start = segments.get(0).start();
        int end = segments.get(segments.size() - 1).end();
        String prefix = body.textOf(new Span(Math.max(0, start - Wording.CONTEXT), start));
        String suffix = body.textOf(new Span(end, Math.min(body.length(), end + Wording.CONTEXT)));
        return new Wording(kind, segments, cue, prefix, suffix);
    }
}

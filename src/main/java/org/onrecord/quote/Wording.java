package org.onrecord.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.QuoteKind;

/**
 * The words of a quote and where they stand in one article version.
 *
 * @param segments in text order, never overlapping, at least one
 * @param prefix the text before the first segment, at most {@value #CONTEXT} code points
 * @param suffix the text after the last segment, at most {@value #CONTEXT} code points
 */
public record Wording(
        QuoteKind kind, List<Segment> segments, @Nullable Cue cue, String prefix, String suffix) {

    /** Enough around a quote to find it again where it stands twice; the length Hypothesis uses. */
    public static final int CONTEXT = 32;

    public Wording {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a quote has at least one segment");
        }
        for (int i = 1; i < segments.size(); i++) {
            if (segments.get(i).start() < segments.get(i - 1).end()) {
                throw new IllegalArgumentException("segments overlap or are out of order: " + segments);
            }
        }
    }

    /** The words, its segments joined by a blank. */
    public String content() {
        return String.join(" ", segments.stream().map(Segment::text).toList());
    }

    public int start() {
        return segments.get(0).start();
    }

    public int end() {
        return segments.get(segments.size() - 1).end();
    }
}

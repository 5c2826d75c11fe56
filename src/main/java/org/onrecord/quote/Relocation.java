package org.onrecord.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.text.CodePoints;
import org.onrecord.text.Span;

/**
 * Finds a quote's words again in another version of the text: every segment, in order, word for word. Where the words
 * stand more than once, the place whose surroundings agree best is taken, and among equals the one nearest to where
 * they stood.
 */
final class Relocation {

    private final CodePoints body;

    Relocation(CodePoints body) {
        this.body = body;
    }

    /** The same words in the new text, or empty where they no longer stand. */
    Optional<Wording> find(Wording wording) {
        List<Segment> found = new ArrayList<>();
        int from = 0;
        for (Segment segment : wording.segments()) {
            String before = found.isEmpty() ? wording.prefix() : "";
            int start = bestPlace(segment.text(), before, segment.start(), from);
            if (start < 0) {
                return Optional.empty();
            }
            from = start + segment.text().length();
            Span span = body.span(start, from);
            found.add(new Segment(span.start(), span.end(), segment.text()));
        }
        return Optional.of(QuotedText.in(body).ofSegments(wording.kind(), found, moved(wording.cue(), found.get(0))));
    }

    /** The speaker's mention, looked for near where it stood. */
    @Nullable
    SpeakerMention find(SpeakerMention mention, Wording old, Wording moved) {
        int expected = mention.start() + moved.start() - old.start();
        int start = bestPlace(mention.text(), "", expected, 0);
        if (start < 0) {
            return null;
        }
        Span span = body.span(start, start + mention.text().length());
        return new SpeakerMention(mention.text(), span.start(), span.end(), mention.kind());
    }

    private @Nullable Cue moved(@Nullable Cue cue, Segment first) {
        if (cue == null) {
            return null;
        }
        int start = bestPlace(cue.text(), "", first.start(), 0);
        if (start < 0) {
            return null;
        }
        Span span = body.span(start, start + cue.text().length());
        return new Cue(cue.text(), span.start(), span.end());
    }

    /** The UTF-16 index of the best place for the words at or after {@code from}, or -1. */
    private int bestPlace(String words, String before, int expected, int from) {
        String text = body.text();
        int best = -1;
        long bestCost = Long.MAX_VALUE;
        for (int place = text.indexOf(words, from); place >= 0; place = text.indexOf(words, place + 1)) {
            boolean surroundingsAgree = text.startsWith(before, place - before.length());
            long cost =
                    Math.abs((long) body.fromUtf16(place) - expected) + (surroundingsAgree ? 0 : (long) text.length());
            if (cost < bestCost) {
                best = place;
                bestCost = cost;
            }
        }
        return best;
    }
}

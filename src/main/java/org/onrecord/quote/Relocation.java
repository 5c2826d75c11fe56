package org.onrecord.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.text.CodePoints;
import org.onrecord.text.Span;

/**
 * Finds a quote's words again in another version of the text: every segment, in order, word for word. Where the words
 * stand more than once, a place with the same text before it is preferred, then the one nearest to where they stood.
 */
final class Relocation {

    private final CodePoints body;
    private final GramIndex places;

    Relocation(CodePoints body) {
        this.body = body;
        this.places = new GramIndex(body.text());
    }

    /** The same words in the new text, or empty where they no longer stand. */
    Optional<Wording> find(Wording wording) {
        List<Segment> segments = wording.segments();
        int[] latest = latestPlaces(segments);
        List<Segment> found = new ArrayList<>();
        int from = 0;
        int shift = 0;
        for (int i = 0; i < latest.length; i++) {
            Segment segment = segments.get(i);
            String before = i == 0 ? wording.prefix() : "";
            int start = bestPlace(segment.text(), before, segment.start() + shift, from, latest[i]);
            if (start < 0) {
                return Optional.empty();
            }
            from = start + segment.text().length();
            Span span = body.span(start, from);
            found.add(new Segment(span.start(), span.end(), segment.text()));
            shift = span.start() - segment.start();
        }
        Cue cue = moved(wording.cue(), found.get(0).start() - wording.start());
        return Optional.of(QuotedText.in(body).ofSegments(wording.kind(), found, cue));
    }

    /** Where each segment may stand at the latest, so that those after it still follow; -1 where it cannot stand. */
    private int[] latestPlaces(List<Segment> segments) {
        int[] latest = new int[segments.size()];
        int end = body.text().length();
        for (int i = latest.length - 1; i >= 0; i--) {
            String words = segments.get(i).text();
            latest[i] = places.last(words, 0, end - words.length());
            end = latest[i];
        }
        return latest;
    }

    /** The speaker's mention, looked for near where it stood. */
    @Nullable
    SpeakerMention find(SpeakerMention mention, Wording old, Wording moved) {
        Span span = nearest(mention.text(), mention.start() + moved.start() - old.start());
        return span == null ? null : new SpeakerMention(mention.text(), span.start(), span.end(), mention.kind());
    }

    private @Nullable Cue moved(@Nullable Cue cue, int shift) {
        Span span = cue == null ? null : nearest(cue.text(), cue.start() + shift);
        return span == null ? null : new Cue(body.textOf(span), span.start(), span.end());
    }

    private @Nullable Span nearest(String words, int expected) {
        int start = nearest(words, expected, 0, body.text().length());
        return start < 0 ? null : body.span(start, start + words.length());
    }

    /** The UTF-16 index of the best place for the words from {@code from} to {@code latest}, or -1. */
    private int bestPlace(String words, String before, int expected, int from, int latest) {
        int length = before.length();
        int agreeing = nearest(
                before + words,
                expected - before.codePointCount(0, length),
                Math.max(0, from - length),
                latest - length);
        return agreeing < 0 ? nearest(words, expected, from, latest) : agreeing + length;
    }

    /** Of two places equally near, the earlier one. */
    private int nearest(String words, int expected, int from, int latest) {
        int at = body.toUtf16(Math.max(0, Math.min(expected, body.length())));
        int before = places.last(words, from, Math.min(at, latest));
        int after = places.first(words, Math.max(at + 1, from), latest);
        if (before < 0 || after < 0) {
            return Math.max(before, after);
        }
        return body.fromUtf16(after) - expected < expected - body.fromUtf16(before) ? after : before;
    }
}

package org.onrecord.extraction.quoting;

import static org.onrecord.extraction.grammar.WordClass.*;

import org.onrecord.extraction.QuoteKind;
import org.onrecord.extraction.framing.Frame;
import org.onrecord.extraction.framing.Frame.Shape;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.quoting.Draft.Route;
import org.onrecord.text.CharSpan;

/**
 * Whether the quotations of a frame are all it reports or part of a clause in the narrator's words: direct or mixed, and
 * how far the content reaches.
 */
final class QuotedContent {

    private final Narration narration;
    private final Contents contents;

    QuotedContent(Narration narration, Contents contents) {
        this.narration = narration;
        this.contents = contents;
    }

    // Direct or mixed, and how far the content reaches

    void shape(Draft draft, Frame frame, int from, int to) {
        int first = pieceAt(draft.first().start(), from, to);
        int last = pieceAt(draft.last().start(), from, to);
        if (draft.segments.size() == 1
                || first > frame.cue().from()
                || last < frame.cue().from()) {
            boolean after = first > frame.cue().from();
            boolean direct =
                    after ? standsAlone(frame.end(), first, last, to) : opensSentence(first, from) && last == first;
            draft.route = direct ? Route.CUE_BESIDE : Route.CUE_CONTENT;
            if (!direct) {
                mix(draft, frame, after, first, last, from, to);
            }
        } else {
            draft.route = Route.CUE_BESIDE;
        }
        if (frame.shape() == Shape.PREPOSITIONAL) {
            draft.route = Route.ACCORDING_TO;
        } else if (frame.shape() == Shape.SIGNATURE) {
            draft.route = Route.SIGNATURE;
        }
    }

    private int pieceAt(int innerStart, int from, int to) {
        int low = from;
        int high = to - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (narration.start(middle) <= innerStart) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Whether nothing but the cue's own adverbials stands around quotations after a cue. */
    private boolean standsAlone(int frameEnd, int first, int last, int to) {
        if (first != last) {
            return false;
        }
        boolean introduced =
                first == frameEnd || narration.wordClass(first - 1).isPunctuation() || narration.is(first - 1, TIME);
        for (int piece = frameEnd; piece < first && introduced; piece++) {
            introduced = !narration.wordClass(piece).isVerbal() && !narration.is(piece, SUBORDINATOR);
        }
        if (!introduced && first - frameEnd <= 12) {
            introduced = narration.is(frameEnd, PREPOSITION)
                    && !narration.hasVerb(frameEnd, first)
                    && narration.opensWithCapital(first);
        }
        if (!introduced) {
            return false;
        }
        int next = last + 1;
        return next >= to
                || narration.is(next, STOP, COMMA, DASH, SEMICOLON, CONJUNCTION, SUBORDINATOR, GERUND)
                || narration.endsOpen(last) && !narration.wordClass(next).isVerbal();
    }

    private boolean opensSentence(int first, int from) {
        for (int piece = from; piece < first; piece++) {
            if (!narration.wordClass(piece).isPunctuation() && !narration.is(piece, CONJUNCTION)) {
                return false;
            }
        }
        return true;
    }

    private void mix(Draft draft, Frame frame, boolean after, int first, int last, int from, int to) {
        draft.kind = QuoteKind.MIXED;
        draft.segments.clear();
        if (after) {
            int start = contents.startAfter(frame);
            int end = contents.endOfContent(frame, start, to);
            draft.endPiece = Math.max(end, last + 1);
            draft.add(new CharSpan(narration.start(Math.min(start, first)), trimmedEnd(draft.endPiece)));
        } else {
            int start = opensSentence(first, from) ? first : from;
            int end = Math.max(last + 1, frame.start());
            while (end - 1 > last && narration.wordClass(end - 1).isPunctuation()) {
                end--;
            }
            draft.add(new CharSpan(narration.start(start), trimmedEnd(end)));
        }
    }

    /** Where the piece before ends, without a closing stop; a quotation's own marks stay. */
    private int trimmedEnd(int end) {
        int last = end - 1;
        while (last > 0 && narration.is(last, STOP, COMMA)) {
            last--;
        }
        return narration.end(last);
    }
}

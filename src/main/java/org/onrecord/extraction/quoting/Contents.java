package org.onrecord.extraction.quoting;

import static org.onrecord.extraction.grammar.WordClass.*;

import java.util.List;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.WordClass;
import org.onrecord.extraction.quoting.Frame.Shape;

/** How far the words reach that a frame reports without, or not only, quotation marks. */
final class Contents {

    private Contents() {}

    /** The first piece of what follows a cue: past "Monday", "in a statement" and "reporters", up to "that". */
    static int startAfter(Narration narration, Frame frame) {
        int end = narration.sentenceEnd(narration.sentence(frame.cueFrom()));
        int start = frame.end();
        int limit = Math.min(end, start + 20);
        for (int piece = start; piece < limit; piece++) {
            if (narration.says(piece, "that")) {
                return piece;
            }
            if (narration.wordClass(piece).isVerbal()
                    || narration.is(piece, SUBORDINATOR)
                    || narration.isQuotation(piece) && narration.wordCount(piece) > 3) {
                break;
            }
        }
        return Math.min(pastTime(narration, start, limit), end - 1);
    }

    /** Past "on Monday", "last week", "later" and the marks around them. */
    static int pastTime(Narration narration, int from, int limit) {
        int start = from;
        while (start < limit) {
            WordClass found = narration.wordClass(start);
            boolean pair = start + 1 < limit
                    && narration.is(start + 1, TIME)
                    && (found == DETERMINER || found == PREPOSITION || found == ADJECTIVE);
            if (pair) {
                start += 2;
            } else if (found == TIME || found == COMMA || found == COLON || found == ADVERB) {
                start++;
            } else {
                break;
            }
        }
        return start;
    }

    /** The piece after the last of the content: the sentence's end, or where a further cue of the same clause begins. */
    static int endOf(Narration narration, List<Frame> frames, Frame frame, int start, int sentenceEnd) {
        Phrase source = frame.source();
        if (source != null && source.from() > start) {
            return source.from();
        }
        int after = indexAfter(frames, frame);
        for (int index = after; index < Math.min(frames.size(), after + 4); index++) {
            Frame next = frames.get(index);
            int before = next.start() - 1;
            if (next.start() >= sentenceEnd) {
                break;
            }
            if (before <= start) {
                continue;
            }
            boolean comma = narration.is(before, COMMA);
            boolean adding = next.shape() == Shape.PARTICIPIAL && comma;
            boolean according = next.shape() == Shape.PREPOSITIONAL && comma;
            boolean newClause = next.shape() == Shape.FINITE
                    && narration.is(before, CONJUNCTION)
                    && next.source() != null
                    && next.source().from() == next.start();
            boolean joined = newClause || next.source() == frame.source() && narration.is(before, CONJUNCTION);
            if (adding || according) {
                return before;
            }
            if (joined) {
                boolean mark = narration.is(before - 1, COMMA, DASH);
                return before > start && mark ? before - 1 : before;
            }
        }
        return sentenceEnd;
    }

    private static int indexAfter(List<Frame> frames, Frame frame) {
        int low = 0;
        int high = frames.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frames.get(middle).cueFrom() <= frame.cueFrom()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

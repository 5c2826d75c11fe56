package org.onrecord.extraction.quoting;

import static org.onrecord.extraction.grammar.WordClass.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.extraction.framing.Frame;
import org.onrecord.extraction.framing.Frame.Shape;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Verbs.Report;
import org.onrecord.extraction.quoting.Draft.Route;

/**
 * Words reported in the article's own voice: "she said that …", "…, he said", "according to the police, …". Precision
 * before recall: a frame without a clause or object to report yields nothing.
 */
final class IndirectSpeech {

    private static final int FEWEST_PIECES = 3;

    private final Narration narration;
    private final List<Frame> frames;
    private final Contents contents;
    private final Complements complements;

    IndirectSpeech(Narration narration, List<Frame> frames, Contents contents) {
        this.narration = narration;
        this.frames = frames;
        this.contents = contents;
        this.complements = new Complements(narration, contents);
    }

    /** What a frame reports, from pieces {@code reach} on; null where it reports nothing that can be told. */
    @Nullable
    Draft report(Frame frame, int reach) {
        if (frame.cue().negated() || frame.source() == null || frame.shape() == Shape.PASSIVE) {
            return null;
        }
        boolean free = frame.start() > 0 && narration.says(frame.start() - 1, "what");
        if (free) {
            return null;
        }
        int sentence = narration.sentence(frame.cue().from());
        int from = Math.max(narration.sentenceStart(sentence), reach);
        int to = narration.sentenceEnd(sentence);
        if (frame.shape() == Shape.SIGNATURE) {
            return frame.inverted()
                    ? null
                    : draft(frame, frame.end(), lastWord(frame.end(), paragraphEnd(to)), Route.SIGNATURE);
        }
        if (frame.shape() == Shape.PREPOSITIONAL) {
            return accordingTo(frame, from, to);
        }
        if (interrupts(frame, from, to)) {
            return around(frame, from, to);
        }
        if (closes(frame, from, to)) {
            return before(frame, from);
        }
        return after(frame, to);
    }

    /** A line of a transcript is the speaker's to its end. */
    private int paragraphEnd(int sentenceEnd) {
        int end = sentenceEnd;
        while (end < narration.size() && narration.paragraph(end) == narration.paragraph(end - 1)) {
            end = narration.sentenceEnd(narration.sentence(end));
        }
        return end;
    }

    private @Nullable Draft accordingTo(Frame frame, int from, int to) {
        boolean opens = frame.start() <= from + 1;
        if (opens) {
            int start = frame.end();
            while (start < to && !narration.is(start, COMMA)) {
                start++;
            }
            return start + 1 < to ? draft(frame, start + 1, lastWord(start + 1, to), Route.ACCORDING_TO) : null;
        }
        return draft(frame, from, lastWord(from, frame.start()), Route.ACCORDING_TO);
    }

    /** "…, Smith said.": nothing follows the cue but adverbials, and a clause stands before it. */
    private boolean closes(Frame frame, int from, int to) {
        boolean sayOrThink = frame.reports(Report.SAY) || frame.reports(Report.THINK);
        if (!sayOrThink || frame.shape() != Shape.FINITE || frame.start() - from < FEWEST_PIECES) {
            return false;
        }
        int before = frame.start() - 1;
        if (!narration.is(before, COMMA, DASH) && !narration.isQuotation(before)) {
            return false;
        }
        int next = frame.end();
        if (next >= to || narration.is(next, STOP)) {
            return true;
        }
        if (narration.is(next, TIME, ADVERB, PREPOSITION, COMMA, GERUND)
                || narration.is(next, SUBORDINATOR) && !narration.says(next, "that")) {
            return !reportsAhead(next, to);
        }
        return false;
    }

    /** "The plan, she said, is dead": the cue interrupts what it reports. */
    private boolean interrupts(Frame frame, int from, int to) {
        int before = frame.start() - 1;
        int next = frame.end();
        boolean between = frame.reports(Report.SAY)
                && frame.shape() == Shape.FINITE
                && before > from
                && narration.is(before, COMMA)
                && next + 2 < to
                && narration.is(next, COMMA);
        if (!between
                || narration.is(next + 1, GERUND)
                || narration.is(next + 1, SUBORDINATOR) && !narration.says(next + 1, "because", "so")
                || narration.is(next + 1, RELATIVE)) {
            return false;
        }
        boolean goesOn = narration.is(next + 1, CONJUNCTION)
                        && contents.hasClause(next + 2, to, false)
                        && !reportsAgain(next + 2, to)
                || narration.is(next + 1, SUBORDINATOR);
        return goesOn
                || !contents.hasClause(from, before, false)
                || narration.wordClass(next + 1).isVerbal()
                || narration.is(next + 1, PREPOSITION)
                || narration.is(from, SUBORDINATOR, PREPOSITION);
    }

    /** "…, she said, and added that …": a further report, not more of this one. */
    private boolean reportsAgain(int from, int to) {
        for (Frame frame : frames.subList(contents.firstFrom(from), frames.size())) {
            if (frame.cue().from() >= Math.min(to, from + 3)) {
                return false;
            }
            if (frame.reports(Report.SAY)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Draft around(Frame frame, int from, int to) {
        Draft draft = draft(
                frame,
                frame.end() + 1,
                lastWord(frame.end() + 1, contents.endOf(frame, frame.end() + 1, to)),
                Route.INDIRECT);
        int end = lastWord(from, frame.start());
        if (draft != null && end > from) {
            draft.segments.add(0, narration.span(from, end));
            draft.piece = from;
        }
        return draft;
    }

    /** Whether a "that" or a finite clause follows the cue after all. */
    private boolean reportsAhead(int next, int to) {
        for (int piece = next; piece < Math.min(to, next + 14); piece++) {
            if (narration.says(piece, "that")) {
                return true;
            }
            if (narration.is(piece, COMMA, STOP)) {
                return false;
            }
            if (narration.wordClass(piece).isVerbal()) {
                return !narration.is(next, SUBORDINATOR);
            }
        }
        return false;
    }

    private @Nullable Draft before(Frame frame, int from) {
        int start = from;
        if (start < frame.start() && narration.is(start, COMMA)) {
            start++;
        }
        return draft(frame, start, lastWord(start, frame.start()), Route.INDIRECT);
    }

    private @Nullable Draft after(Frame frame, int to) {
        int start = complements.startAfter(frame, to);
        if (start >= to || !complements.isReported(frame, start, to)) {
            return null;
        }
        return draft(frame, start, lastWord(start, contents.endOfContent(frame, start, to)), Route.INDIRECT);
    }

    /** After the last piece that is a word: closing stops and commas left out. */
    private int lastWord(int start, int end) {
        int last = end;
        while (last > start
                && (narration.wordClass(last - 1).isPunctuation() && !narration.is(last - 1, CLOSING_BRACKET))) {
            last--;
        }
        return last;
    }

    private @Nullable Draft draft(Frame frame, int start, int end, Route route) {
        boolean name = end - start == 1 && narration.is(start, NAME);
        if (end - start < FEWEST_PIECES - 1 && !name) {
            return null;
        }
        Draft draft = new Draft(QuoteKind.INDIRECT, start);
        draft.frame = frame;
        draft.source = frame.source();
        draft.route = route;
        draft.endPiece = end;
        draft.add(narration.span(start, end));
        for (int piece = start; piece < end; piece++) {
            if (narration.isQuotation(piece)) {
                draft.kind = QuoteKind.MIXED;
            }
        }
        return draft;
    }
}

package org.onrecord.extraction.quoting;

import static org.onrecord.extraction.grammar.WordClass.*;

import org.onrecord.extraction.framing.Frame;
import org.onrecord.extraction.framing.Frame.Shape;
import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Verbs.Report;
import org.onrecord.extraction.grammar.WordClass;

/**
 * How well a frame fits a quotation of its sentence, by what stands between the two: 0 where it does not report it. The
 * figures only order the frames of one sentence; they are set by hand.
 */
final class FrameFit {

    /** At least this much: the quotation stands right beside its cue. */
    static final double BESIDE = 4;

    private static final int LONGEST_FRONTED_CLAUSE = 30;

    private final Narration narration;
    private final Clauses clauses;

    FrameFit(Narration narration) {
        this.narration = narration;
        this.clauses = new Clauses(narration);
    }

    /** How well a frame to the left introduces the quotation. */
    double before(int piece, Frame frame) {
        if (piece < frame.end() && piece >= frame.start()) {
            return 0;
        }
        if (frame.source() == null && frame.shape() == Shape.PASSIVE) {
            return 0.4;
        }
        if (frame.shape() == Shape.SIGNATURE) {
            return frame.inverted() ? 0 : 4.2;
        }
        if (frame.shape() == Shape.PREPOSITIONAL) {
            return frame.cue().from() == narration.sentenceStart(narration.sentence(piece)) ? 2.5 : 0.8;
        }
        if (isFronted(frame, piece)) {
            return 0.3;
        }
        if (narration.is(piece - 1, COLON) && !frame.reports(Report.SAY) && narration.hasVerb(frame.end(), piece)) {
            return 0;
        }
        double fit = gapFit(frame.end(), piece);
        return fit + verbFit(frame);
    }

    /** "After Brown criticised the plan, Bell shot back: “…”": the first clause does not report what the second does. */
    private boolean isFronted(Frame frame, int piece) {
        int from = narration.sentenceStart(narration.sentence(piece));
        boolean fronted = frame.start() - from <= 8 && frame.start() > from && opensSubordinateClause(from);
        int comma = frame.end();
        int limit = Math.min(piece, comma + LONGEST_FRONTED_CLAUSE);
        while (fronted && comma < limit && !narration.is(comma, COMMA)) {
            comma++;
        }
        if (!fronted || comma == limit || comma + 2 >= piece) {
            return false;
        }
        Phrase subject = clauses.startingAt(comma + 1);
        return subject != null
                && subject.to() < piece
                && narration.wordClass(subject.to()).isVerbal();
    }

    private boolean opensSubordinateClause(int from) {
        int piece = narration.is(from, CONJUNCTION) ? from + 1 : from;
        return narration.is(piece, SUBORDINATOR) && !narration.says(piece, "that")
                || narration.says(piece, "with")
                || narration.says(piece, "as");
    }

    private double verbFit(Frame frame) {
        if (frame.reports(Report.SAY) || frame.reports(Report.REGARD)) {
            return 0;
        }
        return frame.reports(Report.THINK) ? -0.3 : -0.2;
    }

    /** From "said: “…”" over "said in a statement “…”" to "said that the “…”". */
    private double gapFit(int from, int piece) {
        int gap = piece - from;
        if (gap == 0) {
            return 5;
        }
        if (gap > 60) {
            return 0.5;
        }
        boolean verbs = false;
        boolean breaks = false;
        for (int between = from; between < piece; between++) {
            verbs |= narration.wordClass(between).isVerbal() || narration.is(between, SUBORDINATOR);
            breaks |= narration.is(between, SEMICOLON);
        }
        boolean introduced = narration.is(piece - 1, COMMA, COLON, DASH);
        if (!verbs && introduced) {
            return gap == 1 ? 5 : 4.5;
        }
        if (breaks) {
            return 1.5;
        }
        return (verbs ? 3 : 3.5) - 0.02 * gap;
    }

    /** How well a frame to the right closes the quotation: "“…,” said Smith". */
    double after(int piece, Frame frame) {
        if (frame.start() <= piece && piece < frame.end()) {
            return 0;
        }
        if (frame.shape() == Shape.PARTICIPIAL || frame.shape() == Shape.PASSIVE && frame.source() == null) {
            return 0;
        }
        int gap = frame.start() - piece - 1;
        if (gap < 0) {
            return 0;
        }
        if (frame.shape() == Shape.SIGNATURE) {
            return frame.inverted() && gap <= 1 ? 6 : 0;
        }
        boolean reportsWords = frame.reports(Report.SAY) || frame.reports(Report.THINK);
        if (frame.shape() == Shape.PREPOSITIONAL) {
            return gap <= 1 ? 4.5 : 3 - 0.02 * gap;
        }
        if (!reportsWords && gap > 0) {
            return 0;
        }
        if (gap == 0) {
            return narration.endsOpen(piece) ? 5.2 : frame.reports(Report.SAY) && closesClause(frame) ? 4 : 1;
        }
        WordClass next = narration.wordClass(piece + 1);
        if (gap == 1 && (next == COMMA || next == DASH)) {
            return frame.reports(Report.SAY) ? 5.1 : 3.2;
        }
        if (gap == 1 && narration.says(piece + 1, "as")) {
            return 4;
        }
        boolean parenthetical = narration.is(frame.start() - 1, COMMA) && closesClause(frame);
        return parenthetical && gap <= 60 && frame.reports(Report.SAY) ? 3.3 - 0.02 * gap : 0;
    }

    private boolean closesClause(Frame frame) {
        int next = frame.end();
        int end = narration.sentenceEnd(narration.sentence(frame.cue().from()));
        while (next < end && narration.is(next, ADVERB, TIME)) {
            next++;
        }
        return next >= end
                || narration.is(next, STOP, COMMA, PREPOSITION, QUOTATION, DASH, COLON)
                || narration.is(next, SUBORDINATOR) && !narration.says(next, "that")
                || narration.is(next, GERUND);
    }
}

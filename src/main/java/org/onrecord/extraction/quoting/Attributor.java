package org.onrecord.extraction.quoting;

import static org.onrecord.extraction.grammar.WordClass.*;

import java.util.List;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.extraction.framing.Frame;
import org.onrecord.extraction.framing.FramesBySentence;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Verbs;
import org.onrecord.extraction.grammar.Verbs.Report;

/**
 * Gives every quotation of an article to the reporting frame that introduces it, or to a speaker who goes on speaking,
 * or to nobody; and finds the words reported without quotation marks.
 */
final class Attributor {

    private static final int NEIGHBOURS = 5;

    private final Narration narration;
    private final FramesBySentence frames;
    private final FrameFit fit;
    private final TitlesInMarks titles;
    private final QuotedContent content;
    private final IndirectSpeech indirect;
    private final Attributions attributions;

    private Attributor(
            Narration narration,
            List<Frame> frames,
            FramesBySentence bySentence,
            TitlesInMarks titles,
            Attributions attributions) {
        this.narration = narration;
        this.frames = bySentence;
        this.titles = titles;
        this.attributions = attributions;
        this.fit = new FrameFit(narration);
        var contents = new Contents(narration, frames);
        this.indirect = new IndirectSpeech(narration, frames, contents);
        this.content = new QuotedContent(narration, contents);
    }

    static List<Draft> draft(Narration narration, List<Frame> frames, Verbs verbs, int quotations) {
        var bySentence = new FramesBySentence(narration, frames);
        var titles = new TitlesInMarks(narration);
        var attributions = new Attributions(narration, quotations);
        var attributor = new Attributor(narration, frames, bySentence, titles, attributions);
        for (int sentence = 0; sentence < narration.sentences(); sentence++) {
            attributor.readSentence(sentence);
        }
        new CarryOver(narration, bySentence, attributions, titles, verbs).attribute();
        return attributions.inTextOrder();
    }

    private void readSentence(int sentence) {
        int from = narration.sentenceStart(sentence);
        int to = narration.sentenceEnd(sentence);
        int firstFrame = frames.first(sentence);
        int frameCount = frames.end(sentence) - firstFrame;
        Draft[] draftOfFrame = new Draft[frameCount];
        int nearest = firstFrame;
        for (int piece = from; piece < to; piece++) {
            while (nearest < firstFrame + frameCount
                    && frames.get(nearest).cue().from() <= piece) {
                nearest++;
            }
            if (narration.isQuotation(piece)) {
                int chosen = choose(piece, nearest, firstFrame, firstFrame + frameCount);
                if (chosen >= 0) {
                    draftOfFrame[chosen - firstFrame] =
                            attributions.give(piece, frames.get(chosen), draftOfFrame[chosen - firstFrame]);
                }
            }
        }
        for (int index = 0; index < frameCount; index++) {
            if (draftOfFrame[index] != null) {
                content.shape(draftOfFrame[index], frames.get(firstFrame + index), from, to);
            }
        }
        reportIndirectly(firstFrame, draftOfFrame);
    }

    /** Frames without quotations report in the narrator's words, unless another frame's content covers them. */
    private void reportIndirectly(int firstFrame, Draft[] draftOfFrame) {
        int reach = 0;
        for (int index = 0; index < draftOfFrame.length; index++) {
            Frame frame = frames.get(firstFrame + index);
            Draft given = draftOfFrame[index];
            if (given != null) {
                if (given.kind == QuoteKind.MIXED) {
                    reach = Math.max(reach, given.endPiece);
                }
                continue;
            }
            if (frame.cue().from() < reach || introducesParagraph(frame)) {
                continue;
            }
            Draft reported = indirect.report(frame, reach);
            if (reported != null && attributions.report(reported)) {
                reach = Math.max(reach, reported.endPiece);
            }
        }
    }

    /** "She recalled the morning:" at the end of a paragraph, and the next one opens with a quotation. */
    private boolean introducesParagraph(Frame frame) {
        int end = narration.sentenceEnd(narration.sentence(frame.cue().from()));
        return end < narration.size() && narration.is(end - 1, COLON) && narration.isQuotation(end);
    }

    /** The frame that fits a quotation best, or -1; {@code next} is the first frame whose cue follows it. */
    private int choose(int piece, int next, int firstFrame, int endFrame) {
        if (titles.isToldTo(piece)) {
            return -1;
        }
        int best = chooseBefore(piece, next, firstFrame);
        double bestFit = best < 0 ? 0 : fit.before(piece, frames.get(best));
        for (int index = next; index < Math.min(endFrame, next + NEIGHBOURS); index++) {
            double found = fit.after(piece, frames.get(index));
            if (found > bestFit) {
                best = index;
                bestFit = found;
            }
        }
        boolean introduced = best >= 0 && best < next && bestFit >= FrameFit.BESIDE;
        return !introduced && titles.isTitleOfWork(piece) ? -1 : best;
    }

    /**
     * Of the frames before a quotation the outermost whose content reaches it: in "she said Smith favours a “strongman”"
     * the words are hers. An inner frame wins only where it is set right before the quotation.
     */
    private int chooseBefore(int piece, int next, int firstFrame) {
        int best = -1;
        double bestFit = 0;
        for (int index = Math.max(firstFrame, next - NEIGHBOURS); index < next; index++) {
            Frame frame = frames.get(index);
            double found = fit.before(piece, frame);
            if (found <= 0) {
                continue;
            }
            boolean inner = best >= 0 && isEmbedded(frames.get(best), frame);
            boolean beside = found >= FrameFit.BESIDE && frame.reports(Report.SAY);
            if (best < 0 || (inner ? beside : found >= bestFit - 0.3)) {
                best = index;
                bestFit = found;
            }
        }
        return best;
    }

    /** Whether the inner frame's clause is part of what the outer one reports. */
    private boolean isEmbedded(Frame outer, Frame inner) {
        Phrase subject = inner.source();
        boolean reports = outer.reports(Report.SAY) || outer.reports(Report.THINK);
        if (!reports
                || outer.inverted()
                || outer.source() == null
                || subject == null
                || subject == outer.source()
                || subject.from() < outer.end()) {
            return false;
        }
        int before = inner.start() - 1;
        if (before < outer.end()) {
            return true;
        }
        boolean newClause = narration.is(before, SEMICOLON)
                || narration.is(before, CONJUNCTION) && before > 0 && narration.is(before - 1, COMMA)
                || narration.is(before, SUBORDINATOR) && !narration.says(before, "that");
        return !newClause;
    }
}

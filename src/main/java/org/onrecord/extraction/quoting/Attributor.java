package org.onrecord.extraction.quoting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.extraction.quoting.Draft.Route;
import org.onrecord.extraction.quoting.Frame.Shape;
import org.onrecord.extraction.quoting.Verbs.Report;

/**
 * Gives every quotation of an article to the reporting frame that introduces it, or to a speaker who goes on speaking,
 * or to nobody; and finds the words reported without quotation marks.
 */
final class Attributor {

    private final Narration narration;
    private final List<Frame> frames;
    private final Clauses clauses;
    private final Verbs verbs;
    private final IndirectSpeech indirect;

    /** Whether the article's own quotations stand in double marks. */
    private final boolean doubleMarks;

    /** First frame of each sentence; one more at the end. */
    private final int[] framesOfSentence;

    private final List<Draft> drafts = new ArrayList<>();

    /** The draft that owns each quotation, by the quotation's number. */
    private final @Nullable Draft[] owner;

    private Attributor(Narration narration, List<Frame> frames, Verbs verbs, int quotations) {
        this.narration = narration;
        this.verbs = verbs;
        this.frames = frames;
        this.clauses = new Clauses(narration);
        this.doubleMarks = usesDoubleMarks();
        this.indirect = new IndirectSpeech(narration, frames);
        this.owner = new Draft[quotations];
        this.framesOfSentence = new int[narration.sentences() + 1];
        indexFrames();
    }

    private boolean usesDoubleMarks() {
        int balance = 0;
        for (int piece = 0; piece < narration.size(); piece++) {
            if (narration.isQuotation(piece)) {
                balance += narration.quotationAt(piece).single() ? -1 : 1;
            }
        }
        return balance > 0;
    }

    private void indexFrames() {
        int next = 0;
        for (int sentence = 0; sentence < narration.sentences(); sentence++) {
            framesOfSentence[sentence] = next;
            while (next < frames.size() && frames.get(next).cueFrom() < narration.sentenceEnd(sentence)) {
                next++;
            }
        }
        framesOfSentence[narration.sentences()] = next;
    }

    static List<Draft> draft(Narration narration, List<Frame> frames, Verbs verbs, int quotations) {
        var attributor = new Attributor(narration, frames, verbs, quotations);
        for (int sentence = 0; sentence < narration.sentences(); sentence++) {
            attributor.readSentence(sentence);
        }
        attributor.carryOver();
        attributor.drafts.sort(Comparator.comparingInt(draft -> draft.segments.get(0)[0]));
        return attributor.drafts;
    }

    private WordClass at(int piece) {
        return narration.wordClass(piece);
    }

    private void readSentence(int sentence) {
        int from = narration.sentenceStart(sentence);
        int to = narration.sentenceEnd(sentence);
        int firstFrame = framesOfSentence[sentence];
        int frameCount = framesOfSentence[sentence + 1] - firstFrame;
        Draft[] draftOfFrame = new Draft[frameCount];
        int nearest = firstFrame;
        for (int piece = from; piece < to; piece++) {
            while (nearest < firstFrame + frameCount && frames.get(nearest).cueFrom() <= piece) {
                nearest++;
            }
            if (narration.isQuotation(piece)) {
                int chosen = choose(piece, nearest, firstFrame, firstFrame + frameCount);
                if (chosen >= 0) {
                    draftOfFrame[chosen - firstFrame] = give(piece, chosen, draftOfFrame[chosen - firstFrame]);
                }
            }
        }
        for (int index = 0; index < frameCount; index++) {
            if (draftOfFrame[index] != null) {
                shape(draftOfFrame[index], frames.get(firstFrame + index), from, to);
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
            if (frame.cueFrom() < reach || introducesParagraph(frame)) {
                continue;
            }
            Draft reported = indirect.report(frame, reach);
            if (reported != null) {
                if (reported.kind == QuoteKind.MIXED && coversOwned(reported)) {
                    continue;
                }
                drafts.add(reported);
                reach = Math.max(reach, reported.endPiece);
                claim(reported);
            }
        }
    }

    /** "She recalled the morning:" at the end of a paragraph, and the next one opens with a quotation. */
    private boolean introducesParagraph(Frame frame) {
        int end = narration.sentenceEnd(narration.sentence(frame.cueFrom()));
        return end < narration.size() && at(end - 1) == WordClass.COLON && narration.isQuotation(end);
    }

    /** Whether a quotation inside already belongs to another frame. */
    private boolean coversOwned(Draft reported) {
        for (int piece = reported.piece; piece < reported.endPiece; piece++) {
            if (narration.isQuotation(piece) && owner[narration.quotationIndex(piece)] != null) {
                return true;
            }
        }
        return false;
    }

    private void claim(Draft reported) {
        for (int piece = reported.piece; piece < reported.endPiece; piece++) {
            if (narration.isQuotation(piece)) {
                owner[narration.quotationIndex(piece)] = reported;
            }
        }
    }

    // Which frame

    private static final int NEIGHBOURS = 5;

    /** The frame that fits a quotation best, or -1; {@code next} is the first frame whose cue follows it. */
    private int choose(int piece, int next, int firstFrame, int endFrame) {
        int best = chooseBefore(piece, next, firstFrame);
        double bestFit = best < 0 ? 0 : fitBefore(piece, frames.get(best));
        for (int index = next; index < Math.min(endFrame, next + NEIGHBOURS); index++) {
            double fit = fitAfter(piece, frames.get(index));
            if (fit > bestFit) {
                best = index;
                bestFit = fit;
            }
        }
        boolean introduced = best >= 0 && best < next && bestFit >= BESIDE;
        return !introduced && isTitleOfWork(piece) ? -1 : best;
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
            double fit = fitBefore(piece, frame);
            if (fit <= 0) {
                continue;
            }
            boolean inner = best >= 0 && isEmbedded(frames.get(best), frame);
            boolean beside = fit >= BESIDE && frame.reports(Report.SAY);
            if (best < 0 || (inner ? beside : fit >= bestFit - 0.3)) {
                best = index;
                bestFit = fit;
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
        boolean newClause = at(before) == WordClass.SEMICOLON
                || at(before) == WordClass.CONJUNCTION && before > 0 && at(before - 1) == WordClass.COMMA
                || at(before) == WordClass.SUBORDINATOR
                        && !narration.lower(before).equals("that");
        return !newClause;
    }

    /** At least this much: the quotation stands right beside its cue. */
    private static final double BESIDE = 4;

    /** “Fox News Sunday”, “The Apprentice”: capitals throughout, and nothing but them in a sentence that has others. */
    private boolean isTitleOfWork(int piece) {
        Quotation quotation = narration.quotationAt(piece);
        boolean announced = piece > narration.sentenceStart(narration.sentence(piece))
                && WorkTitles.announcesTitle(narration.lower(piece - 1));
        return announced
                || WorkTitles.isTitle(narration.text().text(), quotation.innerStart(), quotation.innerEnd())
                        && introducesWork(piece)
                        && !isHeadline(narration.sentence(piece));
    }

    /** "on “Fox News Sunday”", "MSNBC’s “Morning Joe”", "the film “Selma”". */
    private boolean introducesWork(int piece) {
        int before = piece - 1;
        if (before < narration.sentenceStart(narration.sentence(piece))) {
            return false;
        }
        if (at(before) == WordClass.POSSESSIVE_CLITIC || at(before) == WordClass.NAME) {
            return true;
        }
        return WorkTitles.isIntroduction(narration.lower(before));
    }

    private boolean isHeadline(int sentence) {
        int capitals = 0;
        int words = 0;
        int from = narration.sentenceStart(sentence);
        for (int piece = from; piece < Math.min(narration.sentenceEnd(sentence), from + 40); piece++) {
            WordClass found = at(piece);
            boolean contentWord = found == WordClass.NOUN
                    || found == WordClass.VERB
                    || found == WordClass.ADJECTIVE
                    || found == WordClass.GERUND
                    || found == WordClass.BARE_VERB
                    || found == WordClass.PARTICIPLE;
            if (contentWord) {
                words++;
                capitals += narration.isCapitalised(piece) ? 1 : 0;
            }
        }
        return words > 1 && capitals * 3 >= words * 2;
    }

    /** How well a frame to the left introduces the quotation. */
    private double fitBefore(int piece, Frame frame) {
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
            return frame.cueFrom() == narration.sentenceStart(narration.sentence(piece)) ? 2.5 : 0.8;
        }
        if (isFronted(frame, piece)) {
            return 0.3;
        }
        if (at(piece - 1) == WordClass.COLON && !frame.reports(Report.SAY) && hasVerb(frame.end(), piece)) {
            return 0;
        }
        double fit = gapFit(frame.end(), piece);
        return fit + verbFit(frame);
    }

    private static final int LONGEST_FRONTED_CLAUSE = 30;

    /** "After Brown criticised the plan, Bell shot back: “…”": the first clause does not report what the second does. */
    private boolean isFronted(Frame frame, int piece) {
        int from = narration.sentenceStart(narration.sentence(piece));
        boolean fronted = frame.start() - from <= 8 && frame.start() > from && opensSubordinateClause(from);
        int comma = frame.end();
        int limit = Math.min(piece, comma + LONGEST_FRONTED_CLAUSE);
        while (fronted && comma < limit && at(comma) != WordClass.COMMA) {
            comma++;
        }
        if (!fronted || comma == limit || comma + 2 >= piece) {
            return false;
        }
        Phrase subject = clauses.startingAt(comma + 1);
        return subject != null && subject.to() < piece && at(subject.to()).isVerbal();
    }

    private boolean opensSubordinateClause(int from) {
        int piece = at(from) == WordClass.CONJUNCTION ? from + 1 : from;
        return at(piece) == WordClass.SUBORDINATOR && !narration.lower(piece).equals("that")
                || narration.lower(piece).equals("with")
                || narration.lower(piece).equals("as");
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
            verbs |= at(between).isVerbal() || at(between) == WordClass.SUBORDINATOR;
            breaks |= at(between) == WordClass.SEMICOLON;
        }
        boolean introduced =
                at(piece - 1) == WordClass.COMMA || at(piece - 1) == WordClass.COLON || at(piece - 1) == WordClass.DASH;
        if (!verbs && introduced) {
            return gap == 1 ? 5 : 4.5;
        }
        if (breaks) {
            return 1.5;
        }
        return (verbs ? 3 : 3.5) - 0.02 * gap;
    }

    /** How well a frame to the right closes the quotation: "“…,” said Smith". */
    private double fitAfter(int piece, Frame frame) {
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
            return endsOpen(piece) ? 5.2 : frame.reports(Report.SAY) && closesClause(frame) ? 4 : 1;
        }
        WordClass next = at(piece + 1);
        if (gap == 1 && (next == WordClass.COMMA || next == WordClass.DASH)) {
            return frame.reports(Report.SAY) ? 5.1 : 3.2;
        }
        if (gap == 1 && narration.lower(piece + 1).equals("as")) {
            return 4;
        }
        boolean parenthetical = at(frame.start() - 1) == WordClass.COMMA && closesClause(frame);
        return parenthetical && gap <= 60 && frame.reports(Report.SAY) ? 3.3 - 0.02 * gap : 0;
    }

    /** A quotation that ends in a comma, a question or the like goes on in the narrator's clause. */
    private boolean endsOpen(int piece) {
        Quotation quotation = narration.quotationAt(piece);
        String text = narration.text().text();
        int last = quotation.innerEnd() - 1;
        while (last > quotation.innerStart() && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        return ",?!…-–—'’".indexOf(text.charAt(last)) >= 0;
    }

    private boolean closesClause(Frame frame) {
        int next = frame.end();
        int end = narration.sentenceEnd(narration.sentence(frame.cueFrom()));
        while (next < end && (at(next) == WordClass.ADVERB || at(next) == WordClass.TIME)) {
            next++;
        }
        return next >= end
                || at(next) == WordClass.STOP
                || at(next) == WordClass.COMMA
                || at(next) == WordClass.PREPOSITION
                || at(next) == WordClass.QUOTATION
                || at(next) == WordClass.DASH
                || at(next) == WordClass.COLON
                || at(next) == WordClass.SUBORDINATOR && !narration.lower(next).equals("that")
                || at(next) == WordClass.GERUND;
    }

    private Draft give(int piece, int frameIndex, @Nullable Draft draft) {
        Frame frame = frames.get(frameIndex);
        Draft given = draft;
        if (given == null) {
            given = new Draft(QuoteKind.DIRECT, piece);
            given.frame = frame;
            given.source = frame.source();
            drafts.add(given);
        }
        Quotation quotation = narration.quotationAt(piece);
        given.add(quotation.innerStart(), quotation.innerEnd());
        owner[narration.quotationIndex(piece)] = given;
        return given;
    }

    // Direct or mixed, and how far the content reaches

    private void shape(Draft draft, Frame frame, int from, int to) {
        int first = pieceAt(draft.segments.get(0)[0], from, to);
        int last = pieceAt(draft.segments.get(draft.segments.size() - 1)[0], from, to);
        if (draft.segments.size() == 1 || first > frame.cueFrom() || last < frame.cueFrom()) {
            boolean after = first > frame.cueFrom();
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
        boolean introduced = first == frameEnd || at(first - 1).isPunctuation() || at(first - 1) == WordClass.TIME;
        for (int piece = frameEnd; piece < first && introduced; piece++) {
            introduced = !at(piece).isVerbal() && at(piece) != WordClass.SUBORDINATOR;
        }
        if (!introduced && first - frameEnd <= 12) {
            introduced = at(frameEnd) == WordClass.PREPOSITION && !hasVerb(frameEnd, first) && beginsSentence(first);
        }
        if (!introduced) {
            return false;
        }
        int next = last + 1;
        return next >= to
                || at(next) == WordClass.STOP
                || at(next) == WordClass.COMMA
                || at(next) == WordClass.DASH
                || at(next) == WordClass.SEMICOLON
                || at(next) == WordClass.CONJUNCTION
                || at(next) == WordClass.SUBORDINATOR
                || at(next) == WordClass.GERUND
                || endsOpen(last) && !at(next).isVerbal();
    }

    private boolean hasVerb(int from, int to) {
        for (int piece = from; piece < Math.min(to, from + 60); piece++) {
            if (at(piece).isVerbal()) {
                return true;
            }
        }
        return false;
    }

    private boolean beginsSentence(int piece) {
        Quotation quotation = narration.quotationAt(piece);
        return Character.isUpperCase(narration.text().text().charAt(quotation.innerStart()));
    }

    private boolean opensSentence(int first, int from) {
        for (int piece = from; piece < first; piece++) {
            if (!at(piece).isPunctuation() && at(piece) != WordClass.CONJUNCTION) {
                return false;
            }
        }
        return true;
    }

    private void mix(Draft draft, Frame frame, boolean after, int first, int last, int from, int to) {
        draft.kind = QuoteKind.MIXED;
        draft.segments.clear();
        if (after) {
            int start = Contents.startAfter(narration, frame);
            int end = indirect.endOfContent(frame, start, to);
            draft.endPiece = Math.max(end, last + 1);
            draft.add(narration.start(Math.min(start, first)), trimmedEnd(Math.max(end, last + 1)));
        } else {
            int start = opensSentence(first, from) ? first : from;
            int end = Math.max(last + 1, frame.start());
            while (end - 1 > last && at(end - 1).isPunctuation()) {
                end--;
            }
            draft.add(narration.start(start), trimmedEnd(end));
        }
    }

    /** Where the piece before ends, without a closing stop; a quotation's own marks stay. */
    private int trimmedEnd(int end) {
        int last = end - 1;
        while (last > 0 && (at(last) == WordClass.STOP || at(last) == WordClass.COMMA)) {
            last--;
        }
        return narration.end(last);
    }

    // Going on without a cue

    private void carryOver() {
        Draft latest = null;
        Draft latestDirect = null;
        for (int sentence = 0; sentence < narration.sentences(); sentence++) {
            int from = narration.sentenceStart(sentence);
            int to = narration.sentenceEnd(sentence);
            for (int piece = from; piece < to; piece++) {
                if (!narration.isQuotation(piece)) {
                    continue;
                }
                Draft owned = owner[narration.quotationIndex(piece)];
                if (owned == null) {
                    owned = unowned(piece, sentence, latest);
                }
                if (owned != null) {
                    latest = owned;
                }
            }
        }
    }

    private @Nullable Draft unowned(int piece, int sentence, @Nullable Draft latest) {
        Quotation quotation = narration.quotationAt(piece);
        boolean sameParagraph = latest != null && narration.paragraph(latest.piece) == narration.paragraph(piece);
        if (quotation.continues()
                && narration.quotationIndex(piece) > 0
                && owner[narration.quotationIndex(piece) - 1] != null) {
            Draft running = owner[narration.quotationIndex(piece) - 1];
            return running.kind == QuoteKind.DIRECT ? extend(running, piece) : carried(piece, running, Route.CONTINUES);
        }
        if (isHeading(piece) || isTitleOfWork(piece)) {
            return null;
        }
        if (piece > narration.sentenceStart(sentence) && at(piece - 1) == WordClass.COLON) {
            return sourced(piece, announcer(piece - 1), Route.ANNOUNCED);
        }
        if (!isQuoteSentence(piece, sentence)) {
            return fragment(piece, sentence, latest);
        }
        boolean narrated = sentence > 0
                && piece - 1 >= 0
                && narration.paragraph(piece - 1) == narration.paragraph(piece)
                && latest != null
                && !sameParagraph;
        if (narrated) {
            Draft near = speakerBeside(piece, sentence - 1);
            if (near != null) {
                return near;
            }
        }
        if (sameParagraph && latest != null) {
            boolean adjoining = latest.kind == QuoteKind.DIRECT && sentencesBetween(latest, piece) <= 1;
            return adjoining && latest.frame != null ? extend(latest, piece) : carried(piece, latest, Route.GOES_ON);
        }
        Draft ahead = speakerAhead(piece, sentence);
        if (ahead != null) {
            return ahead;
        }
        if (sentence > 0 && piece == narration.sentenceStart(sentence) && at(piece - 1) == WordClass.COLON) {
            Draft introduced = speakerBeside(piece, sentence - 1);
            if (introduced != null) {
                introduced.route = introduced.route == Route.PREVIOUS_SPEAKER ? Route.INTRODUCED : introduced.route;
                return introduced;
            }
        }
        Draft before = speakerBefore(piece, sentence, latest);
        if (before != null) {
            return before;
        }
        Draft alone = new Draft(QuoteKind.DIRECT, piece);
        alone.add(quotation.innerStart(), quotation.innerEnd());
        return own(piece, alone);
    }

    /** A whole paragraph of one short title, or of single marks in an article that uses double ones: a cross-heading. */
    private boolean isHeading(int piece) {
        Quotation quotation = narration.quotationAt(piece);
        boolean alone = (piece == 0 || narration.paragraph(piece - 1) != narration.paragraph(piece))
                && (piece + 2 >= narration.size() || narration.paragraph(piece + 2) != narration.paragraph(piece));
        boolean crossHeading = quotation.single() && doubleMarks && narration.wordCount(piece) <= 8;
        return alone
                && (crossHeading
                        || WorkTitles.isTitle(narration.text().text(), quotation.innerStart(), quotation.innerEnd()));
    }

    private int sentencesBetween(Draft draft, int piece) {
        int end = draft.segments.get(draft.segments.size() - 1)[1];
        int at = piece;
        int sentences = 0;
        while (at > 0 && narration.start(at - 1) >= end) {
            at--;
            if (narration.sentence(at) != narration.sentence(at + 1)) {
                sentences++;
            }
            if (sentences > 2 || piece - at > 60) {
                return 3;
            }
        }
        return sentences;
    }

    /** Whether the sentence is nothing but the quotation, or all but nothing. */
    private boolean isQuoteSentence(int piece, int sentence) {
        for (int at = Math.max(narration.sentenceStart(sentence), piece - 3);
                at < Math.min(piece + 3, narration.sentenceEnd(sentence));
                at++) {
            if (at != piece
                    && !at(at).isPunctuation()
                    && at(at) != WordClass.CONJUNCTION
                    && at(at) != WordClass.QUOTATION
                    && at(at) != WordClass.OTHER) {
                return false;
            }
        }
        return true;
    }

    private Draft own(int piece, Draft draft) {
        owner[narration.quotationIndex(piece)] = draft;
        drafts.add(draft);
        return draft;
    }

    private Draft extend(Draft draft, int piece) {
        Quotation quotation = narration.quotationAt(piece);
        draft.add(quotation.innerStart(), quotation.innerEnd());
        draft.piece = piece;
        owner[narration.quotationIndex(piece)] = draft;
        return draft;
    }

    private Draft carried(int piece, Draft from, Route route) {
        Quotation quotation = narration.quotationAt(piece);
        Draft draft = new Draft(QuoteKind.DIRECT, piece);
        draft.add(quotation.innerStart(), quotation.innerEnd());
        draft.source = from.source;
        draft.route = route;
        return own(piece, draft);
    }

    /** “…” “…,” said Smith; or: “…” Smith shook his head. */
    private @Nullable Draft speakerAhead(int piece, int sentence) {
        int paragraph = narration.paragraph(piece);
        for (int ahead = sentence + 1; ahead < Math.min(sentence + 3, narration.sentences()); ahead++) {
            int start = narration.sentenceStart(ahead);
            if (narration.paragraph(start) != paragraph) {
                return null;
            }
            for (int index = framesOfSentence[ahead]; index < framesOfSentence[ahead + 1]; index++) {
                Frame frame = frames.get(index);
                if (frame.source() != null && frame.shape() == Shape.FINITE && frame.reports(Report.SAY)) {
                    return sourced(piece, frame.source(), Route.SPEAKER_FOLLOWS);
                }
            }
            Phrase subject = firstSubject(ahead);
            if (subject != null) {
                return sourced(piece, subject, Route.SUBJECT_NEAR);
            }
        }
        return null;
    }

    /** Whom a colon lets speak: "… surprised the pollster Ann Lee: “…”", "Smith’s answer was: “…”", "Smith went further: “…”". */
    private @Nullable Phrase announcer(int colon) {
        if (colon == narration.sentenceStart(narration.sentence(colon))) {
            return null;
        }
        Phrase last = clauses.endingAt(colon - 1);
        if (last != null && narration.isPerson(last.head())) {
            return last;
        }
        int verb = colon - 1;
        int floor = clauses.floor(colon);
        while (verb >= floor && !at(verb).isVerbal()) {
            verb--;
        }
        while (verb > floor && (at(verb - 1).isVerbal() || at(verb - 1) == WordClass.ADVERB)) {
            verb--;
        }
        Phrase subject = verb < floor ? null : clauses.subjectBefore(verb);
        return subject == null ? null : possessorOfWords(subject);
    }

    /** "Smith" for "Smith’s answer", "his" for "his answer"; other phrases as they are. */
    private Phrase possessorOfWords(Phrase subject) {
        if (!verbs.isWordNoun(narration.lower(subject.head()))) {
            return subject;
        }
        if (at(subject.from()) == WordClass.POSSESSIVE_PRONOUN) {
            return new Phrase(subject.from(), subject.from() + 1, subject.from());
        }
        for (int piece = subject.from() + 1; piece < subject.head(); piece++) {
            Phrase possessor = at(piece) == WordClass.POSSESSIVE_CLITIC ? clauses.endingAt(piece - 1) : null;
            if (possessor != null) {
                return possessor;
            }
        }
        return subject;
    }

    private @Nullable Phrase firstSubject(int sentence) {
        int start = narration.sentenceStart(sentence);
        int end = Math.min(narration.sentenceEnd(sentence), start + 40);
        for (int piece = start; piece < end; piece++) {
            if (at(piece).isVerbal()) {
                return clauses.subjectBefore(piece);
            }
        }
        return null;
    }

    private @Nullable Draft speakerBefore(int piece, int sentence, @Nullable Draft latest) {
        if (latest != null
                && narration.paragraph(piece) - narration.paragraph(latest.piece) == 1
                && latest.source != null) {
            return carried(piece, latest, Route.PREVIOUS_SPEAKER);
        }
        if (sentence == 0
                || narration.paragraph(piece) - narration.paragraph(narration.sentenceStart(sentence - 1)) > 1) {
            return null;
        }
        return speakerBeside(piece, sentence - 1);
    }

    /** Whom the sentence before a quotation lets speak, or is about. */
    private @Nullable Draft speakerBeside(int piece, int sentence) {
        int first = framesOfSentence[sentence];
        for (int index = framesOfSentence[sentence + 1] - 1;
                index >= Math.max(first, framesOfSentence[sentence + 1] - 8);
                index--) {
            Frame frame = frames.get(index);
            if (frame.source() != null && frame.shape() != Shape.PASSIVE) {
                return sourced(piece, frame.source(), Route.PREVIOUS_SPEAKER);
            }
        }
        Phrase subject = firstSubject(sentence);
        return subject == null ? null : sourced(piece, subject, Route.SUBJECT_NEAR);
    }

    private Draft sourced(int piece, @Nullable Phrase source, Route route) {
        Quotation quotation = narration.quotationAt(piece);
        Draft draft = new Draft(QuoteKind.DIRECT, piece);
        draft.add(quotation.innerStart(), quotation.innerEnd());
        boolean speaks = source != null
                && (route != Route.SUBJECT_NEAR && route != Route.ANNOUNCED
                        || narration.isPerson(source.head())
                        || at(source.head()) == WordClass.PRONOUN
                        || at(source.head()) == WordClass.POSSESSIVE_PRONOUN);
        if (speaks) {
            draft.source = source;
            draft.route = route;
        }
        return own(piece, draft);
    }

    /** "“That is it,” …": a capital and a closing comma are speech, whatever follows, unless they are a title. */
    private boolean opensSentenceAsSpeech(int piece, int sentence) {
        Quotation quotation = narration.quotationAt(piece);
        return piece == narration.sentenceStart(sentence)
                && beginsSentence(piece)
                && endsOpen(piece)
                && !WorkTitles.isTitle(narration.text().text(), quotation.innerStart(), quotation.innerEnd());
    }

    /** The source of the first words of saying after a quotation in its sentence. */
    private @Nullable Phrase speakerLater(int piece, int sentence) {
        for (int index = framesOfSentence[sentence]; index < framesOfSentence[sentence + 1]; index++) {
            Frame frame = frames.get(index);
            if (frame.cueFrom() > piece && frame.reports(Report.SAY) && frame.shape() == Shape.FINITE) {
                return frame.source();
            }
        }
        return null;
    }

    /** A few words between marks in the narrator's sentence: someone's only where they are many enough. */
    private @Nullable Draft fragment(int piece, int sentence, @Nullable Draft latest) {
        if (opensSentenceAsSpeech(piece, sentence)) {
            return sourced(piece, speakerLater(piece, sentence), Route.CUE_AROUND);
        }
        if (narration.wordCount(piece) < 6) {
            return null;
        }
        Phrase subject = firstSubject(sentence);
        if (subject == null && latest != null && narration.paragraph(latest.piece) == narration.paragraph(piece)) {
            return carried(piece, latest, Route.PREVIOUS_SPEAKER);
        }
        return sourced(piece, subject, Route.SUBJECT_NEAR);
    }
}

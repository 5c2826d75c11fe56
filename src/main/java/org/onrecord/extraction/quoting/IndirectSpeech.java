package org.onrecord.extraction.quoting;

import static org.onrecord.extraction.grammar.WordClass.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Verbs.Report;
import org.onrecord.extraction.grammar.WordClass;
import org.onrecord.extraction.quoting.Draft.Route;
import org.onrecord.extraction.quoting.Frame.Shape;
import org.onrecord.text.Phrases;

/**
 * Words reported in the article's own voice: "she said that …", "…, he said", "according to the police, …". Precision
 * before recall: a frame without a clause or object to report yields nothing.
 */
final class IndirectSpeech {

    /** Verbs whose first object is the one spoken to: "told reporters that …". */
    private static final Phrases ADDRESSING = Phrases.of("""
            tell | remind | assure | inform | warn | ask | urge | notify | convince | reassure | advise | order
            instruct | encourage | persuade | challenge | dare | request | implore | beg | invite | press | direct
            command | promise""");

    /** Verbs of saying whose object may be a noun that stands for what was said. */
    private static final Phrases TAKING_OBJECTS = Phrases.of("""
            note | announce | report | reveal | predict | suggest | confirm | admit | acknowledge | promise | pledge
            explain | stress | emphasize | emphasise | reiterate | repeat | declare | disclose | forecast | allege
            concede | imply | fear | expect | want | show | demonstrate | recall | describe | detail | claim | say""");

    /** Verbs that introduce quotes, but whose object is no content: "began a speech". */
    private static final Phrases STARTING = Phrases.of("""
            begin | close | finish | open | continue | answer | snap | laugh""");

    /** "warned of", "talked about": what follows is the subject talked about. */
    private static final Phrases ABOUT = Phrases.of("of | about | against");

    private static final int FEWEST_PIECES = 3;

    private final Narration narration;
    private final List<Frame> frames;
    private final Clauses clauses;

    IndirectSpeech(Narration narration, List<Frame> frames) {
        this.narration = narration;
        this.frames = frames;
        this.clauses = new Clauses(narration);
    }

    /** What a frame reports, from pieces {@code reach} on; null where it reports nothing that can be told. */
    @Nullable
    Draft report(Frame frame, int reach) {
        if (frame.negated() || frame.source() == null || frame.shape() == Shape.PASSIVE) {
            return null;
        }
        boolean free = frame.start() > 0 && narration.says(frame.start() - 1, "what");
        if (free) {
            return null;
        }
        int sentence = narration.sentence(frame.cueFrom());
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
        boolean goesOn =
                narration.is(next + 1, CONJUNCTION) && hasClause(next + 2, to, false) && !reportsAgain(next + 2, to)
                        || narration.is(next + 1, SUBORDINATOR);
        return goesOn
                || !hasClause(from, before, false)
                || narration.wordClass(next + 1).isVerbal()
                || narration.is(next + 1, PREPOSITION)
                || narration.is(from, SUBORDINATOR, PREPOSITION);
    }

    /** "…, she said, and added that …": a further report, not more of this one. */
    private boolean reportsAgain(int from, int to) {
        for (Frame frame : frames.subList(firstFrameFrom(from), frames.size())) {
            if (frame.cueFrom() >= Math.min(to, from + 3)) {
                return false;
            }
            if (frame.reports(Report.SAY)) {
                return true;
            }
        }
        return false;
    }

    private int firstFrameFrom(int piece) {
        int low = 0;
        int high = frames.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frames.get(middle).cueFrom() < piece) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private @Nullable Draft around(Frame frame, int from, int to) {
        Draft draft = draft(
                frame,
                frame.end() + 1,
                lastWord(frame.end() + 1, Contents.endOf(narration, frames, frame, frame.end() + 1, to)),
                Route.INDIRECT);
        int end = lastWord(from, frame.start());
        if (draft != null && end > from) {
            draft.segments.add(0, new int[] {narration.start(from), narration.end(end - 1)});
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
        int start = Contents.startAfter(narration, frame);
        if (!narration.says(start, "that") && ADDRESSING.contains(frame.base())) {
            start = pastAddressee(frame, to);
        }
        if (start >= to || !isReported(frame, start, to)) {
            return null;
        }
        return draft(frame, start, lastWord(start, endOfContent(frame, start, to)), Route.INDIRECT);
    }

    /** The piece after the last of what a frame reports from {@code start} on. */
    int endOfContent(Frame frame, int start, int to) {
        int end = Contents.endOf(narration, frames, frame, start, to);
        boolean says = frame.reports(Report.SAY) || frame.reports(Report.THINK);
        if (opensSubordinate(frame)) {
            end = Math.min(end, commaBefore(start, end, true));
        } else if (!says
                || !(narration.says(start, "that")
                        || hasClause(start, to, !frame.base().equals("say")))) {
            end = Math.min(end, commaBefore(start, end, false));
        }
        return occasionBefore(start, consequenceBefore(frame, start, end));
    }

    /** What saying so did, told by a participle after a comma. */
    private static final Phrases CONSEQUENCES = Phrases.of("""
            becoming | prompting | sparking | triggering | drawing | throwing | contradicting | echoing | reversing
            ending | fuelling | fueling | joining | dashing | provoking | paraphrasing | referring | alluding
            citing | quoting""");

    /** "she would resign, becoming the third to do so": the consequence of what was said is the narrator's. */
    private int consequenceBefore(Frame frame, int start, int end) {
        for (int piece = start + FEWEST_PIECES; frame.reports(Report.SAY) && piece + 2 < end; piece++) {
            if (narration.is(piece, COMMA) && CONSEQUENCES.contains(narration.lower(piece + 1))) {
                return piece;
            }
        }
        return end;
    }

    /** Where somebody spoke: "in a statement", "during the debate"; not part of what was said. */
    private static final Phrases OCCASIONS = Phrases.of("""
            statement | interview | speech | tweet | tweets | debate | conference | rally | letter | email | post
            hearing | appearance | briefing | memo | interviews | remarks | testimony""");

    private static final Phrases ON_OCCASIONS = Phrases.of("in | during | at | on | after");

    private int occasionBefore(int start, int end) {
        for (int piece = Math.max(start + 1, end - LONGEST_OCCASION); piece + 2 < end; piece++) {
            if (narration.is(piece, PREPOSITION) && ON_OCCASIONS.contains(narration.lower(piece))) {
                int noun = piece + 1;
                while (noun < end
                        && (narration.wordClass(noun).opensNounPhrase()
                                || narration.wordClass(noun).modifiesNoun())) {
                    if (OCCASIONS.contains(narration.lower(noun))) {
                        return piece;
                    }
                    noun++;
                }
            }
        }
        return end;
    }

    private static final int LONGEST_OCCASION = 12;

    /** "If the plan rejected mothers, families would suffer": what is reported ends with the clause. */
    private boolean opensSubordinate(Frame frame) {
        int from = narration.sentenceStart(narration.sentence(frame.cueFrom()));
        if (frame.start() - from > 12 || from >= frame.start()) {
            return false;
        }
        boolean subordinate = narration.is(from, SUBORDINATOR) || narration.says(from, "as", "with");
        for (int piece = from + 1; piece < frame.start() && subordinate; piece++) {
            subordinate = !narration.is(piece, COMMA);
        }
        return subordinate;
    }

    /** The first comma after which the narrator's own sentence goes on; {@code any} takes every comma for one. */
    private int commaBefore(int start, int end, boolean any) {
        for (int piece = start + 1; piece + 1 < end; piece++) {
            if (narration.is(piece, COMMA, SEMICOLON, DASH)) {
                WordClass next = narration.wordClass(piece + 1);
                boolean clause = next == CONJUNCTION
                        || next == SUBORDINATOR
                        || next == RELATIVE
                        || next == GERUND
                        || next == PRONOUN
                        || next == PREPOSITION
                        || next == VERB;
                if (any || clause || !narration.is(piece, COMMA)) {
                    return piece;
                }
            }
        }
        return end;
    }

    private int pastAddressee(Frame frame, int to) {
        Phrase addressee = frame.end() < to ? clauses.startingAt(frame.end()) : null;
        if (addressee == null) {
            return frame.end();
        }
        int start = addressee.to();
        start = Contents.pastTime(narration, start, to);
        // "asked a question", "urged restraint": the only object is what was said.
        boolean goesOn = start < to
                && (narration.is(start, SUBORDINATOR, TO, RELATIVE)
                        || narration.wordClass(start).opensNounPhrase()
                        || narration.wordClass(start).modifiesNoun()
                        || narration.is(start, PRONOUN, PREPOSITION));
        return goesOn ? start : frame.end();
    }

    private boolean isReported(Frame frame, int start, int to) {
        WordClass first = narration.wordClass(start);
        String word = narration.lower(start);
        if (frame.cueTo() - frame.cueFrom() > 1 && ABOUT.contains(narration.lower(frame.cueTo() - 1))) {
            return first.opensNounPhrase()
                    || first.modifiesNoun()
                    || first == GERUND
                    || first == RELATIVE
                    || first == OBJECT_PRONOUN
                    || word.equals("how")
                    || word.equals("why")
                    || first == QUOTATION;
        }
        if (first == STOP || first == COMMA || first == CONJUNCTION) {
            return false;
        }
        if (word.equals("that")
                || word.equals("whether")
                || word.equals("if")
                || word.equals("how")
                || word.equals("why")
                || first == RELATIVE) {
            return true;
        }
        if (first == SUBORDINATOR || frame.base().equals("go") || STARTING.contains(frame.base())) {
            return false;
        }
        if (frame.reports(Report.SAY) && hasClause(start, to, false) && startsClause(start)) {
            return true;
        }
        if (frame.reports(Report.THINK) && hasClause(start, to, true) && startsClause(start)) {
            return true;
        }
        if (frame.reports(Report.INTEND) || frame.reports(Report.URGE)) {
            for (int piece = start; piece < Math.min(to, start + 8); piece++) {
                if (narration.is(piece, TO)) {
                    return true;
                }
            }
        }
        boolean object = first.opensNounPhrase()
                || first.modifiesNoun()
                || first == OBJECT_PRONOUN
                || first == QUOTATION
                || first == GERUND
                || first == PRONOUN;
        return object
                && (TAKING_OBJECTS.contains(frame.base())
                        || frame.reports(Report.REGARD)
                        || frame.reports(Report.DISCUSS)
                        || frame.reports(Report.URGE));
    }

    private boolean startsClause(int start) {
        WordClass first = narration.wordClass(start);
        return first.opensNounPhrase()
                || first.modifiesNoun()
                || first == PRONOUN
                || first == NAME
                || first == QUOTATION
                || first == ADVERB
                || first == GERUND
                || first == PREPOSITION;
    }

    private boolean hasClause(int start, int to, boolean beforeComma) {
        for (int piece = start; piece < Math.min(to, start + 40); piece++) {
            if (narration.wordClass(piece).isVerbal()) {
                return true;
            }
            if (narration.is(piece, SUBORDINATOR) && piece > start
                    || beforeComma && narration.is(piece, COMMA, RELATIVE)) {
                return false;
            }
        }
        return false;
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
        draft.add(narration.start(start), narration.end(end - 1));
        for (int piece = start; piece < end; piece++) {
            if (narration.isQuotation(piece)) {
                draft.kind = QuoteKind.MIXED;
            }
        }
        return draft;
    }
}

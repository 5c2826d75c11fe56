package org.onrecord.extraction.quoting;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Verbs.Report;
import org.onrecord.extraction.grammar.WordClass;
import org.onrecord.extraction.quoting.Draft.Route;
import org.onrecord.extraction.quoting.Frame.Shape;

/**
 * Words reported in the article's own voice: "she said that …", "…, he said", "according to the police, …". Precision
 * before recall: a frame without a clause or object to report yields nothing.
 */
final class IndirectSpeech {

    /** Verbs whose first object is the one spoken to: "told reporters that …". */
    private static final Set<String> ADDRESSING = Set.of(
            "tell",
            "remind",
            "assure",
            "inform",
            "warn",
            "ask",
            "urge",
            "notify",
            "convince",
            "reassure",
            "advise",
            "order",
            "instruct",
            "encourage",
            "persuade",
            "challenge",
            "dare",
            "request",
            "implore",
            "beg",
            "invite",
            "press",
            "direct",
            "command",
            "promise");

    /** Verbs of saying whose object may be a noun that stands for what was said. */
    private static final Set<String> TAKING_OBJECTS = Set.of(
            "note",
            "announce",
            "report",
            "reveal",
            "predict",
            "suggest",
            "confirm",
            "admit",
            "acknowledge",
            "promise",
            "pledge",
            "explain",
            "stress",
            "emphasize",
            "emphasise",
            "reiterate",
            "repeat",
            "declare",
            "disclose",
            "forecast",
            "allege",
            "concede",
            "imply",
            "fear",
            "expect",
            "want",
            "show",
            "demonstrate",
            "recall",
            "describe",
            "detail",
            "claim",
            "say");

    /** Verbs that introduce quotes, but whose object is no content: "began a speech". */
    private static final Set<String> STARTING =
            Set.of("begin", "close", "finish", "open", "continue", "answer", "snap", "laugh");

    /** "warned of", "talked about": what follows is the subject talked about. */
    private static final Set<String> ABOUT = Set.of("of", "about", "against");

    private static final int FEWEST_PIECES = 3;

    private final Narration narration;
    private final List<Frame> frames;
    private final Clauses clauses;

    IndirectSpeech(Narration narration, List<Frame> frames) {
        this.narration = narration;
        this.frames = frames;
        this.clauses = new Clauses(narration);
    }

    private WordClass at(int piece) {
        return narration.wordClass(piece);
    }

    /** What a frame reports, from pieces {@code reach} on; null where it reports nothing that can be told. */
    @Nullable
    Draft report(Frame frame, int reach) {
        if (frame.negated() || frame.source() == null || frame.shape() == Shape.PASSIVE) {
            return null;
        }
        boolean free = frame.start() > 0 && narration.lower(frame.start() - 1).equals("what");
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
            while (start < to && at(start) != WordClass.COMMA) {
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
        if (at(before) != WordClass.COMMA && at(before) != WordClass.DASH && !narration.isQuotation(before)) {
            return false;
        }
        int next = frame.end();
        if (next >= to || at(next) == WordClass.STOP) {
            return true;
        }
        if (at(next) == WordClass.TIME
                || at(next) == WordClass.ADVERB
                || at(next) == WordClass.PREPOSITION
                || at(next) == WordClass.COMMA
                || at(next) == WordClass.GERUND
                || at(next) == WordClass.SUBORDINATOR && !narration.lower(next).equals("that")) {
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
                && at(before) == WordClass.COMMA
                && next + 2 < to
                && at(next) == WordClass.COMMA;
        if (!between
                || at(next + 1) == WordClass.GERUND
                || at(next + 1) == WordClass.SUBORDINATOR
                        && !narration.lower(next + 1).equals("because")
                        && !narration.lower(next + 1).equals("so")
                || at(next + 1) == WordClass.RELATIVE) {
            return false;
        }
        boolean goesOn =
                at(next + 1) == WordClass.CONJUNCTION && hasClause(next + 2, to, false) && !reportsAgain(next + 2, to)
                        || at(next + 1) == WordClass.SUBORDINATOR;
        return goesOn
                || !hasClause(from, before, false)
                || at(next + 1).isVerbal()
                || at(next + 1) == WordClass.PREPOSITION
                || at(from) == WordClass.SUBORDINATOR
                || at(from) == WordClass.PREPOSITION;
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
            if (narration.lower(piece).equals("that")) {
                return true;
            }
            if (at(piece) == WordClass.COMMA || at(piece) == WordClass.STOP) {
                return false;
            }
            if (at(piece).isVerbal()) {
                return at(next) != WordClass.SUBORDINATOR;
            }
        }
        return false;
    }

    private @Nullable Draft before(Frame frame, int from) {
        int start = from;
        if (start < frame.start() && at(start) == WordClass.COMMA) {
            start++;
        }
        return draft(frame, start, lastWord(start, frame.start()), Route.INDIRECT);
    }

    private @Nullable Draft after(Frame frame, int to) {
        int start = Contents.startAfter(narration, frame);
        if (!narration.lower(start).equals("that") && ADDRESSING.contains(frame.base())) {
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
                || !(narration.lower(start).equals("that")
                        || hasClause(start, to, !frame.base().equals("say")))) {
            end = Math.min(end, commaBefore(start, end, false));
        }
        return occasionBefore(start, consequenceBefore(frame, start, end));
    }

    /** What saying so did, told by a participle after a comma. */
    private static final Set<String> CONSEQUENCES = Set.of(
            "becoming",
            "prompting",
            "sparking",
            "triggering",
            "drawing",
            "throwing",
            "contradicting",
            "echoing",
            "reversing",
            "ending",
            "fuelling",
            "fueling",
            "joining",
            "dashing",
            "provoking",
            "paraphrasing",
            "referring",
            "alluding",
            "citing",
            "quoting");

    /** "she would resign, becoming the third to do so": the consequence of what was said is the narrator's. */
    private int consequenceBefore(Frame frame, int start, int end) {
        for (int piece = start + FEWEST_PIECES; frame.reports(Report.SAY) && piece + 2 < end; piece++) {
            if (at(piece) == WordClass.COMMA && CONSEQUENCES.contains(narration.lower(piece + 1))) {
                return piece;
            }
        }
        return end;
    }

    /** Where somebody spoke: "in a statement", "during the debate"; not part of what was said. */
    private static final Set<String> OCCASIONS = Set.of(
            "statement",
            "interview",
            "speech",
            "tweet",
            "tweets",
            "debate",
            "conference",
            "rally",
            "letter",
            "email",
            "post",
            "hearing",
            "appearance",
            "briefing",
            "memo",
            "interviews",
            "remarks",
            "testimony");

    private static final Set<String> ON_OCCASIONS = Set.of("in", "during", "at", "on", "after");

    private int occasionBefore(int start, int end) {
        for (int piece = Math.max(start + 1, end - LONGEST_OCCASION); piece + 2 < end; piece++) {
            if (at(piece) == WordClass.PREPOSITION && ON_OCCASIONS.contains(narration.lower(piece))) {
                int noun = piece + 1;
                while (noun < end && (at(noun).opensNounPhrase() || at(noun).modifiesNoun())) {
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
        boolean subordinate = at(from) == WordClass.SUBORDINATOR
                || narration.lower(from).equals("as")
                || narration.lower(from).equals("with");
        for (int piece = from + 1; piece < frame.start() && subordinate; piece++) {
            subordinate = at(piece) != WordClass.COMMA;
        }
        return subordinate;
    }

    /** The first comma after which the narrator's own sentence goes on; {@code any} takes every comma for one. */
    private int commaBefore(int start, int end, boolean any) {
        for (int piece = start + 1; piece + 1 < end; piece++) {
            if (at(piece) == WordClass.COMMA || at(piece) == WordClass.SEMICOLON || at(piece) == WordClass.DASH) {
                WordClass next = at(piece + 1);
                boolean clause = next == WordClass.CONJUNCTION
                        || next == WordClass.SUBORDINATOR
                        || next == WordClass.RELATIVE
                        || next == WordClass.GERUND
                        || next == WordClass.PRONOUN
                        || next == WordClass.PREPOSITION
                        || next == WordClass.VERB;
                if (any || clause || at(piece) != WordClass.COMMA) {
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
                && (at(start) == WordClass.SUBORDINATOR
                        || at(start) == WordClass.TO
                        || at(start) == WordClass.RELATIVE
                        || at(start).opensNounPhrase()
                        || at(start).modifiesNoun()
                        || at(start) == WordClass.PRONOUN
                        || at(start) == WordClass.PREPOSITION);
        return goesOn ? start : frame.end();
    }

    private boolean isReported(Frame frame, int start, int to) {
        WordClass first = at(start);
        String word = narration.lower(start);
        if (frame.cueTo() - frame.cueFrom() > 1 && ABOUT.contains(narration.lower(frame.cueTo() - 1))) {
            return first.opensNounPhrase()
                    || first.modifiesNoun()
                    || first == WordClass.GERUND
                    || first == WordClass.RELATIVE
                    || first == WordClass.OBJECT_PRONOUN
                    || word.equals("how")
                    || word.equals("why")
                    || first == WordClass.QUOTATION;
        }
        if (first == WordClass.STOP || first == WordClass.COMMA || first == WordClass.CONJUNCTION) {
            return false;
        }
        if (word.equals("that")
                || word.equals("whether")
                || word.equals("if")
                || word.equals("how")
                || word.equals("why")
                || first == WordClass.RELATIVE) {
            return true;
        }
        if (first == WordClass.SUBORDINATOR || frame.base().equals("go") || STARTING.contains(frame.base())) {
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
                if (at(piece) == WordClass.TO) {
                    return true;
                }
            }
        }
        boolean object = first.opensNounPhrase()
                || first.modifiesNoun()
                || first == WordClass.OBJECT_PRONOUN
                || first == WordClass.QUOTATION
                || first == WordClass.GERUND
                || first == WordClass.PRONOUN;
        return object
                && (TAKING_OBJECTS.contains(frame.base())
                        || frame.reports(Report.REGARD)
                        || frame.reports(Report.DISCUSS)
                        || frame.reports(Report.URGE));
    }

    private boolean startsClause(int start) {
        WordClass first = at(start);
        return first.opensNounPhrase()
                || first.modifiesNoun()
                || first == WordClass.PRONOUN
                || first == WordClass.NAME
                || first == WordClass.QUOTATION
                || first == WordClass.ADVERB
                || first == WordClass.GERUND
                || first == WordClass.PREPOSITION;
    }

    private boolean hasClause(int start, int to, boolean beforeComma) {
        for (int piece = start; piece < Math.min(to, start + 40); piece++) {
            if (at(piece).isVerbal()) {
                return true;
            }
            if (at(piece) == WordClass.SUBORDINATOR && piece > start
                    || beforeComma && (at(piece) == WordClass.COMMA || at(piece) == WordClass.RELATIVE)) {
                return false;
            }
        }
        return false;
    }

    /** After the last piece that is a word: closing stops and commas left out. */
    private int lastWord(int start, int end) {
        int last = end;
        while (last > start && (at(last - 1).isPunctuation() && at(last - 1) != WordClass.CLOSING_BRACKET)) {
            last--;
        }
        return last;
    }

    private @Nullable Draft draft(Frame frame, int start, int end, Route route) {
        boolean name = end - start == 1 && at(start) == WordClass.NAME;
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

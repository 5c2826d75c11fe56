package org.onrecord.extraction.quoting;

import static org.onrecord.extraction.grammar.WordClass.*;

import java.util.List;
import org.onrecord.extraction.framing.Frame;
import org.onrecord.extraction.framing.Frame.Shape;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Verbs.Report;
import org.onrecord.extraction.grammar.WordClass;
import org.onrecord.text.Phrases;

/** How far the words reach that a frame reports without, or not only, quotation marks. */
final class Contents {

    private static final int FEWEST_PIECES = 3;

    /** What saying so did, told by a participle after a comma. */
    private static final Phrases CONSEQUENCES = Phrases.of("""
            becoming | prompting | sparking | triggering | drawing | throwing | contradicting | echoing | reversing
            ending | fuelling | fueling | joining | dashing | provoking | paraphrasing | referring | alluding
            citing | quoting""");

    /** Where somebody spoke: "in a statement", "during the debate"; not part of what was said. */
    private static final Phrases OCCASIONS = Phrases.of("""
            statement | interview | speech | tweet | tweets | debate | conference | rally | letter | email | post
            hearing | appearance | briefing | memo | interviews | remarks | testimony""");

    private static final Phrases ON_OCCASIONS = Phrases.of("in | during | at | on | after");

    private static final int LONGEST_OCCASION = 12;

    private final Narration narration;
    private final List<Frame> frames;

    Contents(Narration narration, List<Frame> frames) {
        this.narration = narration;
        this.frames = frames;
    }

    /** The first piece of what follows a cue: past "Monday", "in a statement" and "reporters", up to "that". */
    int startAfter(Frame frame) {
        int end = narration.sentenceEnd(narration.sentence(frame.cue().from()));
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
        return Math.min(pastTime(start, limit), end - 1);
    }

    /** Past "on Monday", "last week", "later" and the marks around them. */
    int pastTime(int from, int limit) {
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
    int endOf(Frame frame, int start, int sentenceEnd) {
        Phrase source = frame.source();
        if (source != null && source.from() > start) {
            return source.from();
        }
        int after = firstFrom(frame.cue().from() + 1);
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

    /** The piece after the last of what a frame reports from {@code start} on. */
    int endOfContent(Frame frame, int start, int to) {
        int end = endOf(frame, start, to);
        boolean says = frame.reports(Report.SAY) || frame.reports(Report.THINK);
        if (opensSubordinate(frame)) {
            end = Math.min(end, commaBefore(start, end, true));
        } else if (!says
                || !(narration.says(start, "that")
                        || hasClause(start, to, !frame.cue().base().equals("say")))) {
            end = Math.min(end, commaBefore(start, end, false));
        }
        return occasionBefore(start, consequenceBefore(frame, start, end));
    }

    /** "she would resign, becoming the third to do so": the consequence of what was said is the narrator's. */
    private int consequenceBefore(Frame frame, int start, int end) {
        for (int piece = start + FEWEST_PIECES; frame.reports(Report.SAY) && piece + 2 < end; piece++) {
            if (narration.is(piece, COMMA) && CONSEQUENCES.contains(narration.lower(piece + 1))) {
                return piece;
            }
        }
        return end;
    }

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

    /** "If the plan rejected mothers, families would suffer": what is reported ends with the clause. */
    private boolean opensSubordinate(Frame frame) {
        int from = narration.sentenceStart(narration.sentence(frame.cue().from()));
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
                boolean clause = narration.is(
                        piece + 1, CONJUNCTION, SUBORDINATOR, RELATIVE, GERUND, PRONOUN, PREPOSITION, VERB);
                if (any || clause || !narration.is(piece, COMMA)) {
                    return piece;
                }
            }
        }
        return end;
    }

    /** Whether a finite verb stands among the pieces before a further clause begins, as far as a clause may reach. */
    boolean hasClause(int start, int to, boolean beforeComma) {
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

    /** The first frame whose cue stands at a piece or after it, by its place in the list. */
    int firstFrom(int piece) {
        int low = 0;
        int high = frames.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frames.get(middle).cue().from() < piece) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

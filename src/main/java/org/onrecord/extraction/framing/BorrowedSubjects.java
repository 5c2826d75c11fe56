package org.onrecord.extraction.framing;

import static org.onrecord.extraction.grammar.WordClass.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.framing.Frame.Shape;
import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.VerbGroups;
import org.onrecord.extraction.grammar.Verbs;
import org.onrecord.extraction.grammar.Verbs.Form;
import org.onrecord.extraction.grammar.Verbs.Verb;

/** The subject of a verb that has none of its own: coordination and participles. */
final class BorrowedSubjects {

    private final Narration narration;
    private final Clauses clauses;
    private final Verbs verbs;
    private final VerbGroups groups;

    BorrowedSubjects(Narration narration, Clauses clauses, Verbs verbs, VerbGroups groups) {
        this.narration = narration;
        this.clauses = clauses;
        this.verbs = verbs;
        this.groups = groups;
    }

    /** The subject of the clause that a coordinated or participial verb belongs to; {@code earlier} are the frames of its sentence so far. */
    @Nullable
    Phrase before(int verb, List<Frame> earlier) {
        int oldest = Math.max(0, earlier.size() - 8);
        for (int index = earlier.size() - 1; index >= oldest; index--) {
            Frame frame = earlier.get(index);
            boolean relative =
                    frame.cue().from() > 0 && narration.is(frame.cue().from() - 1, RELATIVE);
            if (frame.source() != null
                    && frame.shape() == Shape.FINITE
                    && frame.cue().to() <= verb
                    && !relative
                    && mayShareSubject(frame, verb)) {
                return frame.source();
            }
        }
        int floor = clauses.floor(verb);
        for (int piece = verb - 1; piece >= floor; piece--) {
            if (narration.wordClass(piece).isVerbal() && !(piece > floor && narration.is(piece - 1, RELATIVE))) {
                int start = groups.startOf(piece);
                Phrase subject = clauses.subjectBefore(start);
                if (subject != null) {
                    return subject;
                }
                piece = start;
            }
        }
        return null;
    }

    /** "She says he would order a review and warned …": verbs joined by "and" stand in one tense. */
    private boolean mayShareSubject(Frame frame, int verb) {
        Verb second = verbs.of(narration.lower(verb));
        if (second == null || !narration.is(verb, VERB)) {
            return true;
        }
        if (narration.is(frame.cue().from(), MODAL)) {
            return !second.is(Form.PAST);
        }
        Verb first = verbs.of(narration.lower(frame.cue().from()));
        return first == null || !narration.is(frame.cue().from(), VERB) || first.is(Form.PAST) == second.is(Form.PAST);
    }

    /** "Calling it a disgrace, Smith said": the subject follows the comma. */
    @Nullable
    Phrase after(int cue) {
        int ceiling = clauses.ceiling(cue);
        for (int piece = cue + 1; piece + 1 < ceiling; piece++) {
            if (narration.is(piece, COMMA)
                    || narration.is(piece, QUOTATION)
                            && !narration.wordClass(piece + 1).isPunctuation()) {
                Phrase subject = clauses.startingAt(piece + 1);
                if (subject != null && subject.to() < ceiling) {
                    return subject;
                }
            }
        }
        return null;
    }
}

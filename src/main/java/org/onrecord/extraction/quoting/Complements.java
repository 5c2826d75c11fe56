package org.onrecord.extraction.quoting;

import static org.onrecord.extraction.grammar.WordClass.*;

import org.onrecord.extraction.framing.Frame;
import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Verbs.Report;
import org.onrecord.extraction.grammar.WordClass;
import org.onrecord.text.Phrases;

/** What follows a cue: a clause or an object that it reports, or the one spoken to. */
final class Complements {

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

    private final Narration narration;
    private final Clauses clauses;
    private final Contents contents;

    Complements(Narration narration, Contents contents) {
        this.narration = narration;
        this.clauses = new Clauses(narration);
        this.contents = contents;
    }

    /** Where what a cue may report begins: behind the one spoken to, where its verb takes one. */
    int startAfter(Frame frame, int to) {
        int start = contents.startAfter(frame);
        boolean addressing = !narration.says(start, "that")
                && ADDRESSING.contains(frame.cue().base());
        return addressing ? pastAddressee(frame, to) : start;
    }

    /** After the one spoken to: "told reporters that …". */
    private int pastAddressee(Frame frame, int to) {
        Phrase addressee = frame.end() < to ? clauses.startingAt(frame.end()) : null;
        if (addressee == null) {
            return frame.end();
        }
        int start = addressee.to();
        start = contents.pastTime(start, to);
        // "asked a question", "urged restraint": the only object is what was said.
        boolean goesOn = start < to
                && (narration.is(start, SUBORDINATOR, TO, RELATIVE)
                        || narration.wordClass(start).opensNounPhrase()
                        || narration.wordClass(start).modifiesNoun()
                        || narration.is(start, PRONOUN, PREPOSITION));
        return goesOn ? start : frame.end();
    }

    /** Whether what follows a cue from {@code start} on is what it reports, and no object of its own or adverbial. */
    boolean isReported(Frame frame, int start, int to) {
        WordClass first = narration.wordClass(start);
        if (frame.cue().to() - frame.cue().from() > 1
                && ABOUT.contains(narration.lower(frame.cue().to() - 1))) {
            return first.opensNounPhrase()
                    || first.modifiesNoun()
                    || first == GERUND
                    || first == RELATIVE
                    || first == OBJECT_PRONOUN
                    || narration.says(start, "how", "why")
                    || first == QUOTATION;
        }
        if (narration.is(start, STOP, COMMA, CONJUNCTION)) {
            return false;
        }
        if (first == RELATIVE || narration.says(start, "that", "whether", "if", "how", "why")) {
            return true;
        }
        if (first == SUBORDINATOR
                || frame.cue().base().equals("go")
                || STARTING.contains(frame.cue().base())) {
            return false;
        }
        if (frame.reports(Report.SAY) && contents.hasClause(start, to, false) && startsClause(start)) {
            return true;
        }
        if (frame.reports(Report.THINK) && contents.hasClause(start, to, true) && startsClause(start)) {
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
                || narration.is(start, PRONOUN, OBJECT_PRONOUN, QUOTATION, GERUND);
        return object
                && (TAKING_OBJECTS.contains(frame.cue().base())
                        || frame.reports(Report.REGARD)
                        || frame.reports(Report.DISCUSS)
                        || frame.reports(Report.URGE));
    }

    private boolean startsClause(int start) {
        WordClass first = narration.wordClass(start);
        return first.opensNounPhrase()
                || first.modifiesNoun()
                || narration.is(start, PRONOUN, QUOTATION, ADVERB, GERUND, PREPOSITION);
    }
}

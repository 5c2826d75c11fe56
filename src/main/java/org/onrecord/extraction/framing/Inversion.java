package org.onrecord.extraction.framing;

import static org.onrecord.extraction.grammar.WordClass.*;

import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Verbs.Form;
import org.onrecord.extraction.grammar.Verbs.Report;
import org.onrecord.extraction.grammar.Verbs.Verb;

/** Whether the words after a cue are its subject: "…,” said Smith". */
final class Inversion {

    private final Narration narration;
    private final Clauses clauses;

    Inversion(Narration narration, Clauses clauses) {
        this.narration = narration;
        this.clauses = clauses;
    }

    boolean mayFollow(int piece, FrameCue cue, Verb verb) {
        boolean finite = verb.is(Form.PAST) || verb.is(Form.THIRD_PERSON) || verb.is(Form.BASE);
        return verb.reports(Report.SAY)
                && finite
                && cue.from() == piece
                && cue.to() < narration.sentenceEnd(narration.sentence(piece))
                && !verb.base().equals("tell");
    }

    /** "…," said Smith: after a quotation or comma, and nothing makes the words after the verb a clause's subject. */
    boolean isSubject(Phrase after, int verb) {
        int sentence = narration.sentence(verb);
        int before = verb - 1;
        while (before >= narration.sentenceStart(sentence) && narration.is(before, ADVERB)) {
            before--;
        }
        boolean opens = before < narration.sentenceStart(sentence);
        boolean afterQuotation = !opens
                && (narration.is(before, QUOTATION)
                        || narration.is(before, COMMA) && before > 0 && narration.is(before - 1, QUOTATION)
                        || narration.is(before, DASH));
        boolean afterComma = !opens && narration.is(before, COMMA);
        if (!opens && !afterQuotation && !afterComma) {
            return false;
        }
        int end = after.to();
        if (opens && !(verb > 0 && narration.is(verb - 1, QUOTATION))) {
            return end < narration.sentenceEnd(sentence)
                    && (narration.is(end, COLON)
                            || narration.is(end, COMMA)
                                    && end + 1 < narration.sentenceEnd(sentence)
                                    && narration.isQuotation(end + 1));
        }
        int next = end;
        while (next < narration.sentenceEnd(sentence) && narration.is(next, ADVERB)) {
            next++;
        }
        boolean clauseFollows = next < narration.sentenceEnd(sentence)
                && narration.wordClass(next).isVerbal();
        if (clauseFollows) {
            return false;
        }
        boolean pronoun = narration.is(after.head(), OBJECT_PRONOUN);
        return !pronoun
                && (afterQuotation || opens || clauses.subjectBefore(verb) == null || endsClause(next, sentence));
    }

    private boolean endsClause(int next, int sentence) {
        return next >= narration.sentenceEnd(sentence) || narration.is(next, STOP, COMMA);
    }
}

package org.onrecord.extraction.quoting;

import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.VerbGroups;
import org.onrecord.extraction.grammar.Verbs.Form;
import org.onrecord.extraction.grammar.Verbs.Report;
import org.onrecord.extraction.grammar.Verbs.Verb;
import org.onrecord.extraction.grammar.WordClass;

/** Whether the words after a cue are its subject: "…,” said Smith". */
final class Inversion {

    private final Narration narration;
    private final Clauses clauses;

    Inversion(Narration narration, Clauses clauses) {
        this.narration = narration;
        this.clauses = clauses;
    }

    private WordClass at(int piece) {
        return narration.wordClass(piece);
    }

    boolean mayFollow(int cue, int cueTo, Verb verb, VerbGroups.Group group) {
        boolean finite = verb.is(Form.PAST) || verb.is(Form.THIRD_PERSON) || verb.is(Form.BASE);
        return verb.reports(Report.SAY)
                && finite
                && group.start() == cue
                && cueTo < narration.sentenceEnd(narration.sentence(cue))
                && !verb.base().equals("tell");
    }

    /** "…," said Smith: after a quotation or comma, and nothing makes the words after the verb a clause's subject. */
    boolean isSubject(Phrase after, int verb) {
        int sentence = narration.sentence(verb);
        int before = verb - 1;
        while (before >= narration.sentenceStart(sentence) && at(before) == WordClass.ADVERB) {
            before--;
        }
        boolean opens = before < narration.sentenceStart(sentence);
        boolean afterQuotation = !opens
                && (at(before) == WordClass.QUOTATION
                        || at(before) == WordClass.COMMA && before > 0 && at(before - 1) == WordClass.QUOTATION
                        || at(before) == WordClass.DASH);
        boolean afterComma = !opens && at(before) == WordClass.COMMA;
        if (!opens && !afterQuotation && !afterComma) {
            return false;
        }
        int end = after.to();
        if (opens && !(verb > 0 && at(verb - 1) == WordClass.QUOTATION)) {
            return end < narration.sentenceEnd(sentence)
                    && (at(end) == WordClass.COLON
                            || at(end) == WordClass.COMMA
                                    && end + 1 < narration.sentenceEnd(sentence)
                                    && narration.isQuotation(end + 1));
        }
        int next = end;
        while (next < narration.sentenceEnd(sentence) && (at(next) == WordClass.ADVERB)) {
            next++;
        }
        boolean clauseFollows = next < narration.sentenceEnd(sentence) && at(next).isVerbal();
        if (clauseFollows) {
            return false;
        }
        boolean pronoun = at(after.head()) == WordClass.OBJECT_PRONOUN;
        return !pronoun
                && (afterQuotation || opens || clauses.subjectBefore(verb) == null || endsClause(next, sentence));
    }

    private boolean endsClause(int next, int sentence) {
        return next >= narration.sentenceEnd(sentence) || at(next) == WordClass.STOP || at(next) == WordClass.COMMA;
    }
}

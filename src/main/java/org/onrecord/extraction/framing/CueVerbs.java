package org.onrecord.extraction.framing;

import static org.onrecord.extraction.grammar.WordClass.*;

import java.util.EnumSet;
import java.util.Set;
import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Quotation;
import org.onrecord.extraction.grammar.Verbs.Form;
import org.onrecord.extraction.grammar.Verbs.Report;
import org.onrecord.extraction.grammar.Verbs.Verb;
import org.onrecord.text.Phrases;

/** Which verbs are cues where they stand: some only with a particle, some only beside a quotation. */
final class CueVerbs {

    /** Verbs that say something only with their particle. */
    private static final Phrases PHRASAL = Phrases.of("""
            shoot back | fire back | hit back | push back | come back | write back | chime in | weigh in | butt in
            cut in | blurt out | sum up | pipe up""");

    /** Cues that take their particle along, whatever they say without it. */
    private static final Phrases WITH_PARTICLE = Phrases.of("""
            point out | go on | call for | call on | put it | call out | refer to | warn against | spell out
            hit out | lash out | warn of | warn about | complain about | brag about | boast of | boast about
            talk about | speak of | speak about | worry about""");

    private static final Phrases PARTICLES = Phrases.of("""
            out | on | for | it | to | upon | against | of | about | back | in | up | off""");

    private final Narration narration;
    private final Clauses clauses;

    CueVerbs(Narration narration, Clauses clauses) {
        this.narration = narration;
        this.clauses = clauses;
    }

    /** What a verb reports where it stands; empty where it is no cue. */
    Set<Report> reports(int piece, Verb verb) {
        Set<Report> reports = verb.reports();
        if (verb.base().equals("point") && !narration.says(piece + 1, "out")) {
            return Set.of();
        }
        boolean afterNoun = piece > 0
                && narration.is(piece - 1, NOUN)
                && narration.sentence(piece - 1) == narration.sentence(piece);
        if (narration.is(piece, GERUND) && afterNoun && !reports.contains(Report.SAY)) {
            return Set.of();
        }
        if (isGoOn(piece, verb) || isPutIt(piece, verb) || isPhrasal(piece, verb)) {
            reports = EnumSet.of(Report.SAY);
        } else if (isReferAs(piece, verb)) {
            reports = EnumSet.of(Report.REGARD);
        }
        if (reports.isEmpty() && closesQuotation(piece, verb)) {
            reports = EnumSet.of(Report.SAY);
        }
        return reports;
    }

    /** "“…!” beamed Smith", "“…,” Smith smiled.": any verb of the past beside a quotation that goes on says it. */
    private boolean closesQuotation(int piece, Verb verb) {
        int from = narration.sentenceStart(narration.sentence(piece));
        int to = narration.sentenceEnd(narration.sentence(piece));
        if (!narration.is(piece, VERB) || !verb.is(Form.PAST) || piece == 0 || piece + 1 >= to) {
            return false;
        }
        if (narration.isQuotation(piece - 1) && endsOpen(piece - 1)) {
            Phrase after = clauses.startingAt(piece + 1);
            return after != null
                    && narration.isPerson(after.head())
                    && (after.to() >= to || narration.wordClass(after.to()).isPunctuation());
        }
        boolean named = narration.isPerson(piece - 1) || narration.is(piece - 1, PRONOUN);
        return named
                && piece - 2 >= from
                && narration.isQuotation(piece - 2)
                && endsOpen(piece - 2)
                && narration.is(piece + 1, STOP, COMMA);
    }

    private boolean endsOpen(int quotation) {
        Quotation words = narration.quotationAt(quotation);
        return ",?!".indexOf(narration.text().text().charAt(words.words().end() - 1)) >= 0;
    }

    private boolean isGoOn(int piece, Verb verb) {
        if (!verb.base().equals("go") || piece + 1 >= narration.size() || !narration.says(piece + 1, "on")) {
            return false;
        }
        return piece + 2 < narration.size()
                && (narration.wordClass(piece + 2).isPunctuation()
                        || narration.is(piece + 2, QUOTATION)
                        || narration.says(piece + 2, "about"));
    }

    private boolean isPutIt(int piece, Verb verb) {
        return verb.base().equals("put") && narration.says(piece + 1, "it");
    }

    private boolean isPhrasal(int piece, Verb verb) {
        return piece + 1 < narration.size() && PHRASAL.contains(verb.base() + " " + narration.lower(piece + 1));
    }

    private boolean isReferAs(int piece, Verb verb) {
        return verb.base().equals("refer") && narration.says(piece + 1, "to");
    }

    /** After a cue and the particle that is part of it. */
    int endOf(int cue, Verb verb) {
        int next = cue + 1;
        if (next < narration.size() && PARTICLES.contains(narration.lower(next))) {
            String pair = verb.base() + " " + narration.lower(next);
            if (PHRASAL.contains(pair) || WITH_PARTICLE.contains(pair)) {
                return next + 1;
            }
        }
        return next;
    }
}

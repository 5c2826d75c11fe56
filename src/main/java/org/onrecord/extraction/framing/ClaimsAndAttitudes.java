package org.onrecord.extraction.framing;

import static org.onrecord.extraction.grammar.WordClass.*;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Verbs;
import org.onrecord.extraction.grammar.Verbs.Report;
import org.onrecord.text.Phrases;

/** What somebody is said to hold by a noun or an adjective with "that": "Smith’s claim that", "is convinced that". */
final class ClaimsAndAttitudes {

    private static final Phrases ATTITUDES = Phrases.of("""
            afraid | confident | sure | certain | convinced | worried | concerned | hopeful | optimistic | adamant
            aware | glad | proud | sorry | surprised | clear | disappointed | skeptical | sceptical | incensed""");

    private static final Set<Report> THINK = Set.of(Report.THINK);

    private final Narration narration;
    private final Clauses clauses;
    private final Verbs verbs;

    ClaimsAndAttitudes(Narration narration, Clauses clauses, Verbs verbs) {
        this.narration = narration;
        this.clauses = clauses;
        this.verbs = verbs;
    }

    static boolean isAttitude(String word) {
        return ATTITUDES.contains(word);
    }

    /** "Smith's claim that …": the possessor is the source. */
    @Nullable
    Frame claim(int noun) {
        int before = noun - 1;
        int floor = clauses.floor(noun);
        while (before > floor && narration.is(before, ADJECTIVE, NOUN, PARTICIPLE)) {
            before--;
        }
        if (before <= floor || !narration.is(before, POSSESSIVE_CLITIC) || !verbs.isWordNoun(narration.lower(noun))) {
            return null;
        }
        Phrase source = clauses.endingAt(before - 1);
        if (source != null) {
            return Frame.nominal(thinking(noun, noun + 1, narration.lower(noun)), source);
        }
        return null;
    }

    /** "was convinced that", "is afraid that". */
    @Nullable
    Frame attitude(int adjective) {
        boolean that = narration.says(adjective + 1, "that");
        int verb = adjective - 1;
        while (verb >= clauses.floor(adjective) && narration.is(verb, ADVERB, NEGATION)) {
            verb--;
        }
        if (!that || verb < clauses.floor(adjective) || !narration.is(verb, AUXILIARY)) {
            return null;
        }
        while (verb > clauses.floor(adjective) && narration.wordClass(verb - 1).isVerbal()) {
            verb--;
        }
        Phrase subject = clauses.subjectBefore(verb);
        if (subject != null && !narration.says(subject.head(), "it")) {
            return Frame.finite(subject.from(), thinking(verb, adjective + 1, narration.lower(adjective)), subject);
        }
        return null;
    }

    private static FrameCue thinking(int from, int to, String word) {
        return new FrameCue(from, to, word, THINK, false);
    }
}

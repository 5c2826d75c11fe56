package org.onrecord.extraction.quoting;

import static org.onrecord.extraction.grammar.WordClass.*;

import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Verbs;

/** Whom a sentence that ends in a colon lets speak, where its verb is no cue. */
final class ColonAttribution {

    private final Narration narration;
    private final Clauses clauses;
    private final Verbs verbs;

    ColonAttribution(Narration narration, Clauses clauses, Verbs verbs) {
        this.narration = narration;
        this.clauses = clauses;
        this.verbs = verbs;
    }

    /** "… surprised the pollster Ann Lee: “…”", "Smith’s answer was: “…”", "Smith went further: “…”". */
    @Nullable
    Phrase announcer(int colon) {
        if (colon == narration.sentenceStart(narration.sentence(colon))) {
            return null;
        }
        Phrase last = clauses.endingAt(colon - 1);
        if (last != null && narration.isPerson(last.head())) {
            return last;
        }
        int verb = colon - 1;
        int floor = clauses.floor(colon);
        while (verb >= floor && !narration.wordClass(verb).isVerbal()) {
            verb--;
        }
        while (verb > floor && (narration.wordClass(verb - 1).isVerbal() || narration.is(verb - 1, ADVERB))) {
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
        if (narration.is(subject.from(), POSSESSIVE_PRONOUN)) {
            return new Phrase(subject.from(), subject.from() + 1, subject.from());
        }
        for (int piece = subject.from() + 1; piece < subject.head(); piece++) {
            Phrase possessor = narration.is(piece, POSSESSIVE_CLITIC) ? clauses.endingAt(piece - 1) : null;
            if (possessor != null) {
                return possessor;
            }
        }
        return subject;
    }
}

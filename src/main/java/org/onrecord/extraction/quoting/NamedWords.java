package org.onrecord.extraction.quoting;

import static org.onrecord.extraction.grammar.WordClass.*;

import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Verbs;
import org.onrecord.text.Phrases;

/** Quotations a noun calls somebody's words: "used the phrase “…”", "Smith’s “…” remark", "Those were the words of Smith". */
final class NamedWords {

    /** Nouns before a quotation that make it somebody's words. */
    private static final Phrases BEFORE = Phrases.of("phrase | words | slogan | mantra");

    /** Nouns after a quotation that make it somebody's words. */
    private static final Phrases AFTER = Phrases.of("""
            comment | comments | remark | remarks | jibe | quip | quote""");

    /** Nouns that point back at words, beside those that stand for a text or a statement. */
    private static final Phrases POINTING = Phrases.of("""
            words | message | verdict | reaction | assessment | plea | cry | sentiment | sentiments""");

    private static final Phrases USES = Phrases.of("use | uses | used");

    private static final Phrases DEMONSTRATIVES = Phrases.of("that | those | this | these | such");

    private final Narration narration;
    private final Clauses clauses;
    private final Verbs verbs;

    NamedWords(Narration narration, Clauses clauses, Verbs verbs) {
        this.narration = narration;
        this.clauses = clauses;
        this.verbs = verbs;
    }

    /** Who used the phrase between the marks, or whose remark it is; null where no noun says that it is anybody's. */
    @Nullable
    Phrase whose(int quotation) {
        int from = narration.sentenceStart(narration.sentence(quotation));
        int to = narration.sentenceEnd(narration.sentence(quotation));
        if (quotation == from) {
            return null;
        }
        if (quotation + 1 < to && AFTER.contains(narration.lower(quotation + 1))) {
            return possessor(quotation - 1);
        }
        if (!BEFORE.contains(narration.lower(quotation - 1))) {
            return null;
        }
        int verb = quotation - 2;
        while (verb >= from && quotation - verb < 5 && !USES.contains(narration.lower(verb))) {
            verb--;
        }
        if (verb < from || !USES.contains(narration.lower(verb))) {
            return null;
        }
        while (verb > from && (narration.wordClass(verb - 1).isVerbal() || narration.is(verb - 1, ADVERB))) {
            verb--;
        }
        return clauses.subjectBefore(verb);
    }

    /** Whose the noun phrase is that a possessive at this piece opens, or null where there is none. */
    @Nullable
    Phrase possessor(int before) {
        if (narration.is(before, POSSESSIVE_PRONOUN)) {
            return new Phrase(before, before + 1, before);
        }
        return narration.is(before, POSSESSIVE_CLITIC) && before > 0 ? clauses.endingAt(before - 1) : null;
    }

    /** "Those were the words of Smith", "That was the message from the union": whose words the sentence before was. */
    @Nullable
    Phrase pointedBackTo(int sentenceStart) {
        int to = narration.sentenceEnd(narration.sentence(sentenceStart));
        if (!DEMONSTRATIVES.contains(narration.lower(sentenceStart)) || !isAuxiliary(sentenceStart + 1, to)) {
            return null;
        }
        for (int piece = sentenceStart + 3; piece + 1 < Math.min(to, sentenceStart + 8); piece++) {
            boolean belongs = narration.says(piece, "of", "from");
            String noun = narration.lower(piece - 1);
            if (belongs && (POINTING.contains(noun) || verbs.isWordNoun(noun))) {
                return clauses.startingAt(piece + 1);
            }
        }
        return null;
    }

    private boolean isAuxiliary(int piece, int to) {
        return piece < to && narration.is(piece, AUXILIARY);
    }
}

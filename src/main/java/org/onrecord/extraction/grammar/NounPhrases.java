package org.onrecord.extraction.grammar;

import static org.onrecord.extraction.grammar.WordClass.*;

import org.jspecify.annotations.Nullable;

/**
 * Finds the noun phrases of a narration from their last piece, reading outwards as far as a clause goes. Every walk is
 * bounded, so that a text without sentence ends costs no more than any other.
 */
class NounPhrases {

    /** No subject is looked for farther away than this many pieces. */
    private static final int REACH = 60;

    static final int LONGEST_PHRASE = 16;

    final Narration narration;

    NounPhrases(Narration narration) {
        this.narration = narration;
    }

    /** The first piece that may belong to the clause of this one. */
    public int floor(int piece) {
        return Math.max(narration.sentenceStart(narration.sentence(piece)), piece - REACH);
    }

    public int ceiling(int piece) {
        return Math.min(narration.sentenceEnd(narration.sentence(piece)), piece + REACH);
    }

    /** The noun phrase, without what hangs on it, whose last piece this is; null where there is none. */
    @Nullable
    public Phrase endingAt(int last) {
        int floor = floor(last);
        int end = last + 1;
        int piece = last;
        if (narration.is(piece, CLOSING_BRACKET)) {
            piece = beforeBracket(piece);
        }
        if (piece < floor || !mayEnd(piece)) {
            return null;
        }
        if (narration.is(piece, PRONOUN)) {
            return new Phrase(piece, end, piece);
        }
        int from = piece;
        while (from > floor && end - from < LONGEST_PHRASE && joinsLeftward(from)) {
            from--;
        }
        while (from > floor && narration.wordClass(from - 1).opensNounPhrase()) {
            from--;
        }
        return new Phrase(from, end, piece);
    }

    boolean mayEnd(int piece) {
        WordClass found = narration.wordClass(piece);
        if (found.endsNounPhrase()
                || found == DETERMINER
                || found == TIME && piece > 0 && narration.is(piece - 1, DETERMINER)) {
            return true;
        }
        boolean headless = found == ADJECTIVE || found == PARTICIPLE || found == GERUND;
        if (headless) {
            return piece > floor(piece)
                    && (narration.wordClass(piece - 1).opensNounPhrase()
                            || narration.is(piece - 1, ADJECTIVE)
                            || narration.isCapitalised(piece));
        }
        return found == QUOTATION
                && narration.wordCount(piece) <= 4
                && piece > floor(piece)
                && (narration.wordClass(piece - 1).modifiesNoun()
                        || narration.wordClass(piece - 1).opensNounPhrase());
    }

    private boolean joinsLeftward(int from) {
        int left = from - 1;
        WordClass found = narration.wordClass(left);
        if (found == NAME && narration.is(from, NAME) && narration.isPerson(left)) {
            return false;
        }
        if (found == TIME) {
            return narration.is(from, POSSESSIVE_CLITIC);
        }
        if (found == PRONOUN) {
            return narration.is(from, POSSESSIVE_CLITIC);
        }
        if (found == QUOTATION) {
            return narration.wordCount(left) <= 4
                    && !narration.endsWithPunctuation(left)
                    && left > 0
                    && (narration.wordClass(left - 1).opensNounPhrase()
                            || narration.wordClass(left - 1).modifiesNoun());
        }
        if (found == CLOSING_BRACKET || found == GERUND) {
            return false;
        }
        if (found == PARTICIPLE) {
            return left > 0
                    && (narration.wordClass(left - 1).opensNounPhrase() || narration.is(left - 1, ADJECTIVE, ADVERB));
        }
        if (found == OTHER) {
            return narration.says(left, "/");
        }
        return found.modifiesNoun();
    }

    /** The piece before a bracket that closes here: "Ryan (R-Wis.)". */
    private int beforeBracket(int closing) {
        int floor = floor(closing);
        for (int piece = closing - 1; piece >= floor && closing - piece < 12; piece--) {
            if (narration.is(piece, OPENING_BRACKET)) {
                return piece - 1;
            }
        }
        return closing - 1;
    }

    /**
     * The noun phrase that ends here with everything it hangs on: "a spokesman for the ministry in London" for "London".
     * Null where it is itself governed by a preposition that hangs on no noun.
     */
    @Nullable
    public Phrase fullEndingAt(int last) {
        Phrase phrase = endingAt(last);
        int floor = floor(last);
        for (int step = 0; step < 8 && phrase != null && phrase.from() > floor; step++) {
            int before = phrase.from() - 1;
            Phrase wider = widened(phrase, before, floor);
            if (wider == null) {
                return governedByPreposition(before) ? lastName(phrase) : phrase;
            }
            phrase = wider;
        }
        return phrase;
    }

    private boolean governedByPreposition(int before) {
        WordClass found = narration.wordClass(before);
        if (found == TO) {
            return true;
        }
        // "as", "like" and "with" may open a clause: "with Trump saying".
        return found == PREPOSITION && !narration.says(before, "with", "like");
    }

    /** "At the White House Trump said": the person at the end is the subject, the place before him is not. */
    private @Nullable Phrase lastName(Phrase phrase) {
        int head = phrase.head();
        return narration.isPerson(head) && head > phrase.from() ? new Phrase(head, phrase.to(), head) : null;
    }

    private @Nullable Phrase widened(Phrase phrase, int before, int floor) {
        WordClass found = narration.wordClass(before);
        if ((found == PREPOSITION || found == TO) && before > floor) {
            Phrase governor = governor(before - 1, floor);
            return governor == null ? null : new Phrase(governor.from(), phrase.to(), governor.head());
        }
        if (found == CONJUNCTION && narration.says(before, "and") && before > floor) {
            return joined(phrase, before, floor);
        }
        if ((found == VERB || found == PARTICIPLE || found == GERUND) && before > floor + 1) {
            return relative(phrase, before, floor);
        }
        return null;
    }

    /** What a prepositional phrase hangs on: a noun before it, or an adjective or participle after a noun. */
    private @Nullable Phrase governor(int piece, int floor) {
        WordClass found = narration.wordClass(piece);
        if (found.endsNounPhrase() || found == CLOSING_BRACKET) {
            return endingAt(piece);
        }
        if (found == DETERMINER && !narration.says(piece, "the", "a", "an", "no", "every")) {
            return new Phrase(piece, piece + 1, piece);
        }
        boolean bridge = found == ADJECTIVE || found == PARTICIPLE || found == GERUND || found == VERB;
        if (bridge && piece - 1 >= floor && narration.is(piece - 1, NOUN) && !narration.isCapitalised(piece)) {
            return found == VERB && !narration.lower(piece).endsWith("ed") ? null : endingAt(piece - 1);
        }
        return null;
    }

    private @Nullable Phrase joined(Phrase phrase, int conjunction, int floor) {
        Phrase left = fullEndingAtWithin(conjunction - 1);
        if (left == null) {
            return null;
        }
        boolean opensClause = left.from() == floor
                || narration.wordClass(left.from() - 1).isPunctuation()
                || narration.is(left.from() - 1, SUBORDINATOR, QUOTATION)
                || narration.says(left.from() - 1, "both");
        if (!opensClause) {
            return null;
        }
        // "the former first lady and senator" is one person, "the minister and the mayor" are two.
        boolean one = narration.says(left.from(), "the")
                && narration.is(left.head(), NOUN)
                && narration.is(phrase.head(), NOUN)
                && !narration.wordClass(phrase.from()).opensNounPhrase()
                && !narration.lower(phrase.head()).endsWith("s");
        return new Phrase(left.from(), phrase.to(), one ? phrase.head() : left.head(), !one);
    }

    private @Nullable Phrase fullEndingAtWithin(int last) {
        Phrase phrase = endingAt(last);
        if (phrase == null || phrase.from() == floor(last)) {
            return phrase;
        }
        int before = phrase.from() - 1;
        if (narration.is(before, PREPOSITION) && before > floor(last)) {
            Phrase governor = governor(before - 1, floor(last));
            return governor == null ? null : new Phrase(governor.from(), phrase.to(), governor.head());
        }
        return phrase;
    }

    /** "the man who runs the shop": from the object of a relative clause back to what the clause is about. */
    private @Nullable Phrase relative(Phrase phrase, int verb, int floor) {
        int piece = verb;
        while (piece > floor
                && (narration.wordClass(piece).isVerbal()
                        || narration.is(piece, PARTICIPLE, ADVERB, NEGATION, GERUND))) {
            piece--;
        }
        if (!narration.is(piece, RELATIVE) || piece == floor) {
            return null;
        }
        Phrase head = antecedent(piece);
        return head == null ? null : new Phrase(head.from(), phrase.to(), head.head());
    }

    /** What "who" or "which" stands for. */
    @Nullable
    Phrase antecedent(int relative) {
        int piece = relative - 1;
        if (piece >= floor(relative) && narration.is(piece, COMMA)) {
            piece--;
        }
        if (piece < floor(relative)) {
            return null;
        }
        Phrase near = endingAt(piece);
        if (near != null && narration.isPerson(near.head())) {
            return near;
        }
        Phrase full = fullEndingAt(piece);
        return full == null ? near : full;
    }
}

package org.onrecord.extraction.grammar;

import static org.onrecord.extraction.grammar.WordClass.*;

import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.resolving.Honorifics;

/**
 * Finds noun phrases and the subjects of verbs in a narration, reading outwards from the verb as far as a clause goes.
 * Every walk is bounded, so that a text without sentence ends costs no more than any other.
 */
public final class Clauses {

    /** No subject is looked for farther away than this many pieces. */
    private static final int REACH = 60;

    private static final int LONGEST_PHRASE = 16;

    private final Narration narration;

    public Clauses(Narration narration) {
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

    private boolean mayEnd(int piece) {
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

    /** The subject of the verb group that starts here, standing before it; null where none is found. */
    @Nullable
    public Phrase subjectBefore(int verbGroup) {
        int floor = floor(verbGroup);
        int piece = verbGroup - 1;
        while (piece >= floor && isSkippable(piece)) {
            piece--;
        }
        if (piece < floor) {
            return null;
        }
        return switch (narration.wordClass(piece)) {
            case COMMA, DASH -> beforeParenthesis(piece, floor);
            case RELATIVE -> antecedent(piece);
            case SUBORDINATOR ->
                narration.says(piece, "that")
                                && piece > floor
                                && narration.wordClass(piece - 1).endsNounPhrase()
                        ? antecedent(piece)
                        : null;
            case CLOSING_BRACKET -> fullEndingAt(piece);
            default -> mayEnd(piece) ? fullEndingAt(piece) : null;
        };
    }

    private boolean isSkippable(int piece) {
        WordClass found = narration.wordClass(piece);
        if (found == ADVERB || found == NEGATION) {
            return true;
        }
        if (found == TIME) {
            return piece == 0 || !narration.is(piece - 1, DETERMINER);
        }
        if (found == OBJECT_PRONOUN) {
            return narration.lower(piece).endsWith("self")
                    || narration.lower(piece).endsWith("selves");
        }
        return found == PREPOSITION && narration.is(piece + 1, TIME);
    }

    /**
     * The subject before a closing comma: "Smith, the minister of B, said", "Smith, 45, who lives there, said", "On
     * Tuesday, Smith, speaking in London, said". Goes left over the inserted parts to the first that is none.
     */
    private @Nullable Phrase beforeParenthesis(int comma, int floor) {
        Phrase subject = null;
        int closing = comma;
        for (int inserted = 0; inserted < 5; inserted++) {
            int opening = openingComma(closing, floor);
            if (opening < floor) {
                break;
            }
            Phrase candidate = fullEndingAt(opening - 1);
            boolean comesFirst = candidate != null && !narration.is(candidate.head(), NUMBER);
            if (candidate == null) {
                // An inserted part may itself hold a comma; look one farther only where what stands here is inserted.
                if (!isInserted(opening, floor)) {
                    break;
                }
            } else if (comesFirst && (subject == null || isAppositionTo(candidate, subject))) {
                subject = candidate;
            } else if (comesFirst) {
                break;
            }
            closing = opening;
        }
        if (subject == null) {
            return null;
        }
        return named(subject, comma);
    }

    private int openingComma(int closing, int floor) {
        int piece = closing - 1;
        while (piece > floor && !narration.is(piece, COMMA, DASH, SEMICOLON)) {
            piece--;
        }
        return piece > floor && !narration.is(piece, SEMICOLON) ? piece : floor - 1;
    }

    /** Whether the part that ends at this comma is an age, a place or the like rather than a clause. */
    private boolean isInserted(int comma, int floor) {
        int opening = openingComma(comma, floor);
        return opening >= floor && comma - opening <= 8;
    }

    /** Whether the phrase on the left and the one found so far name one person: "the minister, John Smith, …". */
    private boolean isAppositionTo(Phrase left, Phrase right) {
        if (right.from() - left.to() != 1) {
            return false;
        }
        boolean leftNamed = narration.isPerson(left.head());
        boolean rightNamed = narration.isPerson(right.head());
        return !(leftNamed && rightNamed)
                && !narration.is(left.head(), PRONOUN)
                && !(left.head() >= 0
                        && narration.is(left.head(), NAME)
                        && !leftNamed
                        && rightNamed
                        && left.to() - left.from() == 1);
    }

    /** The same phrase; where it has a name in apposition, "the minister, John Smith,", that name says who it is. */
    private Phrase named(Phrase subject, int comma) {
        if (narration.isPerson(subject.head())) {
            return subject;
        }
        int next = personNamedAt(subject.to() + 1, comma);
        if (next >= 0 && (next + 1 == comma || narration.is(next + 1, OPENING_BRACKET, COMMA))) {
            return new Phrase(subject.from(), next + 1, next);
        }
        return subject;
    }

    /** The noun phrase that starts here, with the prepositional phrases that follow; null where none starts. */
    @Nullable
    public Phrase startingAt(int first) {
        int ceiling = ceiling(first);
        int piece = first;
        if (first >= ceiling) {
            return null;
        }
        if (narration.is(first, PRONOUN, OBJECT_PRONOUN)) {
            return new Phrase(first, first + 1, first);
        }
        while (piece < ceiling && narration.wordClass(piece).opensNounPhrase()) {
            piece++;
        }
        int head = -1;
        while (piece < ceiling && piece - first < LONGEST_PHRASE && isPhrasePiece(piece, head)) {
            if (narration.wordClass(piece).endsNounPhrase()
                    && !(head >= 0
                            && narration.isPerson(head)
                            && !narration.is(piece, POSSESSIVE_CLITIC)
                            && !narration.is(head + 1, POSSESSIVE_CLITIC)
                            && !(narration.isPerson(piece) && piece > head + 1))) {
                head = piece;
            }
            piece++;
        }
        if (head < 0) {
            boolean pronominal = piece > first
                    && narration.is(piece - 1, DETERMINER)
                    && !narration.says(piece - 1, "the", "a", "an");
            return pronominal || piece > first + 1 ? new Phrase(first, piece, piece - 1) : null;
        }
        int end = head + 1;
        return withApposition(new Phrase(first, withTail(end, ceiling), head), ceiling);
    }

    private boolean isPhrasePiece(int piece, int head) {
        WordClass found = narration.wordClass(piece);
        if (found == QUOTATION) {
            return head < 0 && narration.wordCount(piece) <= 3;
        }
        if (found == PARTICIPLE) {
            return head < 0;
        }
        return found.modifiesNoun();
    }

    /** Brackets and prepositional phrases after the head: "Ryan (R-Wis.) of Wisconsin". */
    private int withTail(int end, int ceiling) {
        int piece = end;
        for (int step = 0; step < 3 && piece < ceiling; step++) {
            if (narration.is(piece, OPENING_BRACKET)) {
                int closing = piece;
                while (closing < ceiling && closing - piece < 12 && !narration.is(closing, CLOSING_BRACKET)) {
                    closing++;
                }
                if (closing >= ceiling || !narration.is(closing, CLOSING_BRACKET)) {
                    return piece;
                }
                piece = closing + 1;
            } else if (narration.is(piece, PREPOSITION) && narration.says(piece, "of", "for", "from", "with", "at")) {
                int inner = piece + 1;
                while (inner < ceiling
                        && (narration.wordClass(inner).opensNounPhrase()
                                || narration.wordClass(inner).modifiesNoun())
                        && inner - piece < 8) {
                    inner++;
                }
                if (inner == piece + 1) {
                    return piece;
                }
                piece = inner;
            } else {
                return piece;
            }
        }
        return piece;
    }

    /** "the minister, John Smith" after the verb: the name says who it is. */
    private Phrase withApposition(Phrase phrase, int ceiling) {
        if (narration.isPerson(phrase.head()) || phrase.to() + 1 >= ceiling || !narration.is(phrase.to(), COMMA)) {
            return phrase;
        }
        int name = personNamedAt(phrase.to() + 1, ceiling);
        boolean alone = name >= 0
                && (name + 1 >= ceiling || narration.wordClass(name + 1).isPunctuation());
        return alone ? new Phrase(phrase.from(), name + 1, name) : phrase;
    }

    /** The person named here, be it behind forms of address ("Sir Lionel Frey"); -1 where none is. */
    private int personNamedAt(int piece, int ceiling) {
        int name = piece;
        while (name < ceiling && name < piece + 2 && Honorifics.isHonorific(narration.lower(name))) {
            name++;
        }
        return name < ceiling && narration.isPerson(name) ? name : -1;
    }
}

package org.onrecord.extraction.grammar;

import static org.onrecord.extraction.grammar.WordClass.*;

import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.persons.Honorifics;

/** Finds what belongs to a verb: the subject before it, and the noun phrase that follows. */
public final class Clauses extends NounPhrases {

    public Clauses(Narration narration) {
        super(narration);
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

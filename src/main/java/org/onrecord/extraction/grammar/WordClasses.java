package org.onrecord.extraction.grammar;

import static org.onrecord.extraction.grammar.WordClass.*;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.grammar.Verbs.Form;
import org.onrecord.extraction.grammar.Verbs.Verb;
import org.onrecord.text.Phrases;

/**
 * Gives each piece of a narration its word class: function words by list, verbs by their forms, and what may be a verb
 * or a noun by its neighbours (in the spirit of Brill's contextual rules, 1992). A tagger of a few hundred words; it
 * is meant to find finite verbs and the edges of noun phrases, no more.
 */
final class WordClasses {

    private static final Phrases BE = Phrases.of("""
            is | are | was | were | be | been | being | am | 're | ’re | 'm | ’m | get | got | gets""");

    private static final Phrases HAVE = Phrases.of("has | have | had | having | 've | ’ve | 'd | ’d");

    /** "a former deputy foreign minister Jane Smith": no longer phrase is looked for before a closing cue. */
    private static final int LONGEST_SPEAKER = 8;

    private static final Phrases ADJECTIVE_ENDINGS =
            Phrases.of("ous | ful | ical | ible | able | ive | less | ese | ish");

    private static final Phrases AFTER_CONTRACTIONS = Phrases.of("been | not | got | the | a | an | going");

    /** Prepositions that part a verb from its object. */
    private static final Phrases WITH_OBJECTS = Phrases.of("""
            for | on | against | about | to | at | up | out | off | down | back | into | with""");

    private static final Set<WordClass> DETERMINERS = EnumSet.of(DETERMINER, POSSESSIVE_PRONOUN, POSSESSIVE_CLITIC);
    private static final Set<WordClass> BEFORE_PARTICIPLES =
            EnumSet.of(DETERMINER, POSSESSIVE_PRONOUN, POSSESSIVE_CLITIC, ADJECTIVE, PREPOSITION, NUMBER);
    private static final Set<WordClass> BEHIND_OFFICES = EnumSet.of(PREPOSITION, COMMA, STOP, AUXILIARY, MODAL);
    private static final Set<WordClass> OPENING_OBJECTS =
            EnumSet.of(DETERMINER, POSSESSIVE_PRONOUN, PRONOUN, OBJECT_PRONOUN, SUBORDINATOR, COLON, NUMBER, ADVERB);

    private static final Phrases SPANS_OF_TIME = Phrases.of("week | weekend | month | year | night");

    private final Pieces pieces;
    private final WordClass[] classes;
    private final Verbs verbs;

    WordClasses(Pieces pieces, Verbs verbs) {
        this.pieces = pieces;
        this.classes = new WordClass[pieces.size()];
        this.verbs = verbs;
    }

    WordClass[] assign() {
        for (int piece = 0; piece < pieces.size(); piece++) {
            classes[piece] = classOf(piece);
        }
        return classes;
    }

    private WordClass classOf(int piece) {
        if (pieces.isQuotation(piece)) {
            return QUOTATION;
        }
        String word = pieces.lower(piece);
        Verb verb = word.isEmpty() ? null : verbs.of(word);
        if (pieces.nameIndex(piece) >= 0) {
            return NAME;
        }
        if (word.equals("'s") || word.equals("’s")) {
            return possessiveOrVerb(piece);
        }
        if (word.equals("'") || word.equals("’")) {
            return !pieces.spaceBefore(piece) ? POSSESSIVE_CLITIC : OTHER;
        }
        WordClass closed = ClosedClasses.of(word);
        if (SPANS_OF_TIME.contains(word)) {
            return disambiguated(piece, word, NOUN);
        }
        if (closed != null) {
            return disambiguated(piece, word, closed);
        }
        char first = word.charAt(0);
        if (word.endsWith("-year-old")) {
            return NOUN;
        }
        if (Character.isDigit(first) || "$£€".indexOf(first) >= 0) {
            return NUMBER;
        }
        if (!Character.isLetter(first) && first != '#' && first != '@') {
            return OTHER;
        }
        if (verb != null) {
            return verbOrNoun(piece, verb);
        }
        WordClass found = byEnding(word);
        return found == PARTICIPLE && actsAsPast(piece) ? VERB : found;
    }

    /** A form in -ed right after a name or a pronoun, where no auxiliary makes it a participle. */
    private boolean actsAsPast(int piece) {
        int before = previousWord(piece);
        if (before < 0) {
            return false;
        }
        WordClass left = classes[before];
        return left == PRONOUN || left == RELATIVE || left == NAME && opensObject(piece);
    }

    private WordClass possessiveOrVerb(int piece) {
        if (piece == 0 || pieces.spaceBefore(piece)) {
            return OTHER;
        }
        WordClass before = classes[piece - 1];
        if (before == PRONOUN || before == RELATIVE || pieces.says(piece - 1, "that", "there", "here", "what")) {
            return AUXILIARY;
        }
        // "Clinton's claiming", "Trump's been": a verb where only a verb's company can follow.
        String next = piece + 1 < pieces.size() ? pieces.lower(piece + 1) : "";
        Verb following = verbs.of(next);
        boolean verbal = AFTER_CONTRACTIONS.contains(next)
                || following != null
                        && following.is(Form.GERUND)
                        && following.reports().size() > 0
                        && piece + 2 < pieces.size()
                        && (ClosedClasses.of(pieces.lower(piece + 2)) == DETERMINER || pieces.says(piece + 2, "that"));
        return verbal ? AUXILIARY : POSSESSIVE_CLITIC;
    }

    private WordClass disambiguated(int piece, String word, WordClass closed) {
        switch (word) {
            case "march", "may":
                if (pieces.isCapitalised(piece) && !startsSentence(piece)) {
                    return TIME;
                }
                return word.equals("may") ? MODAL : NOUN;
            case "week", "weekend", "month", "year", "night":
                return pieces.says(piece - 1, "last", "this", "next") ? TIME : NOUN;
            case "morning", "afternoon", "evening":
                return afterDeterminer(piece) ? NOUN : TIME;
            case "will":
                return afterDeterminer(piece) ? NOUN : MODAL;
            case "like":
                WordClass left = previousClass(piece);
                return left == PRONOUN || left == MODAL || left == TO ? VERB : PREPOSITION;
            case "chief", "deputy":
                return namesOffice(piece) ? NOUN : closed;
            case "under":
                // "Under Secretary Zeya"
                return pieces.isCapitalised(piece) && !startsSentence(piece) ? ADJECTIVE : closed;
            default:
                if (closed == ADVERB && afterDeterminer(piece)) {
                    return ADJECTIVE;
                }
                return closed;
        }
    }

    /** "the chief of staff", "the police chief said": a noun unless one follows. */
    private boolean namesOffice(int piece) {
        if (piece + 1 >= pieces.size() || pieces.isQuotation(piece + 1)) {
            return true;
        }
        WordClass next = ClosedClasses.of(pieces.lower(piece + 1));
        Verb verb = verbs.of(pieces.lower(piece + 1));
        return BEHIND_OFFICES.contains(next) || verb != null && verb.reports(Verbs.Report.SAY);
    }

    private WordClass verbOrNoun(int piece, Verb verb) {
        int before = previousWord(piece);
        WordClass left = before < 0 ? null : classes[before];
        String leftWord = before < 0 ? "" : pieces.lower(before);
        boolean takesBase = left == MODAL || left == TO || isDo(leftWord) && left == AUXILIARY;
        if (takesBase && verb.is(Form.BASE)) {
            return BARE_VERB;
        }
        if (verb.is(Form.GERUND)) {
            return afterDeterminer(piece) && !opensObject(piece) ? NOUN : GERUND;
        }
        boolean takesParticiple =
                left == AUXILIARY && (BE.contains(leftWord) || HAVE.contains(leftWord) || leftWord.endsWith("s"));
        if (takesParticiple && verb.is(Form.PARTICIPLE)) {
            return PARTICIPLE;
        }
        if (verb.is(Form.PAST)) {
            return pastOrParticiple(verb, left);
        }
        if (verb.is(Form.PARTICIPLE)) {
            return PARTICIPLE;
        }
        return presentOrNoun(piece, verb, left, leftWord);
    }

    private static WordClass pastOrParticiple(Verb verb, @Nullable WordClass left) {
        if (!verb.is(Form.PARTICIPLE) || !BEFORE_PARTICIPLES.contains(left)) {
            return VERB;
        }
        return verb.is(Form.BASE) && verb.asNoun() ? NOUN : PARTICIPLE;
    }

    private WordClass presentOrNoun(int piece, Verb verb, @Nullable WordClass left, String leftWord) {
        if (!verb.asNoun()) {
            return DETERMINERS.contains(left) ? NOUN : VERB;
        }
        if (closesQuotation(piece, verb)) {
            return VERB;
        }
        if (left == PRONOUN || left == RELATIVE) {
            return VERB;
        }
        if (left == ADVERB) {
            return opensObject(piece) ? VERB : NOUN;
        }
        boolean third = verb.is(Form.THIRD_PERSON);
        boolean pluralBefore = leftWord.endsWith("s") && !leftWord.endsWith("ss");
        if (left == NAME || left == NOUN) {
            boolean agrees = third != pluralBefore || left == NAME;
            boolean callsPerson = verb.is(Form.BASE) && piece + 1 < pieces.size() && pieces.isPerson(piece + 1);
            return agrees && !callsPerson && opensObject(piece) ? VERB : NOUN;
        }
        return NOUN;
    }

    /** "“…,” Smith notes.": between an open quotation with its speaker and the end of the clause only a verb can stand. */
    private boolean closesQuotation(int piece, Verb verb) {
        boolean mayClose = verb.reports(Verbs.Report.SAY) && (verb.is(Form.THIRD_PERSON) || verb.is(Form.PAST));
        boolean ends = piece + 1 >= pieces.size()
                || startsSentence(piece + 1)
                || ClosedClasses.of(pieces.lower(piece + 1)) == STOP
                || ClosedClasses.of(pieces.lower(piece + 1)) == COMMA;
        int before = piece - 1;
        while (mayClose && ends && before > 0 && piece - before < LONGEST_SPEAKER && classes[before].modifiesNoun()) {
            before--;
        }
        boolean named = before < piece - 1;
        if (named && before > 0 && classes[before] == COMMA) {
            before--;
        }
        return mayClose
                && ends
                && named
                && before >= 0
                && pieces.isQuotation(before)
                && pieces.sentence(before) == pieces.sentence(piece);
    }

    /** Whether what follows can only be the object of a verb. */
    private boolean opensObject(int piece) {
        if (piece + 1 >= pieces.size()) {
            return false;
        }
        if (pieces.isQuotation(piece + 1) || pieces.nameIndex(piece + 1) >= 0) {
            return true;
        }
        String next = pieces.lower(piece + 1);
        WordClass closed = ClosedClasses.of(next);
        if (closed == PREPOSITION) {
            return WITH_OBJECTS.contains(next) && pieces.isPerson(previousWord(piece));
        }
        return OPENING_OBJECTS.contains(closed);
    }

    private static WordClass byEnding(String word) {
        if (word.length() > 4 && word.endsWith("ly")) {
            return ADVERB;
        }
        if (word.length() > 4 && ADJECTIVE_ENDINGS.standAtEndOf(word)) {
            return ADJECTIVE;
        }
        if (word.length() > 5 && word.endsWith("ed")) {
            return PARTICIPLE;
        }
        if (word.length() > 5 && word.endsWith("ing")) {
            return GERUND;
        }
        return NOUN;
    }

    private boolean afterDeterminer(int piece) {
        WordClass left = previousClass(piece);
        return left == ADJECTIVE || DETERMINERS.contains(left);
    }

    private @Nullable WordClass previousClass(int piece) {
        return piece == 0 || startsSentence(piece) ? null : classes[piece - 1];
    }

    /** The piece before, adverbs and negations skipped, in the same sentence; -1 where there is none. */
    private int previousWord(int piece) {
        int before = piece - 1;
        while (before >= 0 && piece - before < 6 && pieces.sentence(before) == pieces.sentence(piece)) {
            WordClass found = classes[before];
            if (found != ADVERB && found != NEGATION) {
                return before;
            }
            before--;
        }
        return -1;
    }

    private boolean startsSentence(int piece) {
        return piece == 0 || pieces.sentence(piece - 1) != pieces.sentence(piece);
    }

    private static boolean isDo(String word) {
        return word.equals("do") || word.equals("does") || word.equals("did");
    }
}

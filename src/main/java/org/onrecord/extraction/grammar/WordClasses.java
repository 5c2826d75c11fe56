package org.onrecord.extraction.grammar;

import static org.onrecord.extraction.grammar.WordClass.*;

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

    private static final Phrases SPANS_OF_TIME = Phrases.of("week | weekend | month | year | night");

    private final Narration narration;
    private final Verbs verbs;

    WordClasses(Narration narration, Verbs verbs) {
        this.narration = narration;
        this.verbs = verbs;
    }

    void assign() {
        for (int piece = 0; piece < narration.size(); piece++) {
            narration.assign(piece, classOf(piece));
        }
    }

    private WordClass classOf(int piece) {
        if (narration.isQuotation(piece)) {
            return QUOTATION;
        }
        String word = narration.lower(piece);
        Verb verb = word.isEmpty() ? null : verbs.of(word);
        if (narration.nameIndex(piece) >= 0) {
            return NAME;
        }
        if (word.equals("'s") || word.equals("’s")) {
            return possessiveOrVerb(piece);
        }
        if (word.equals("'") || word.equals("’")) {
            return !narration.spaceBefore(piece) ? POSSESSIVE_CLITIC : OTHER;
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
        WordClass found = byEnding(piece, word);
        return found == PARTICIPLE && actsAsPast(piece) ? VERB : found;
    }

    /** A form in -ed right after a name or a pronoun, where no auxiliary makes it a participle. */
    private boolean actsAsPast(int piece) {
        int before = previousWord(piece);
        if (before < 0) {
            return false;
        }
        WordClass left = narration.wordClass(before);
        return left == PRONOUN || left == RELATIVE || left == NAME && opensObject(piece);
    }

    private WordClass possessiveOrVerb(int piece) {
        if (piece == 0 || narration.spaceBefore(piece)) {
            return OTHER;
        }
        WordClass before = narration.wordClass(piece - 1);
        String previous = narration.lower(piece - 1);
        boolean pronoun = before == PRONOUN
                || before == RELATIVE
                || previous.equals("that")
                || previous.equals("there")
                || previous.equals("here")
                || previous.equals("what");
        if (pronoun) {
            return AUXILIARY;
        }
        // "Clinton's claiming", "Trump's been": a verb where only a verb's company can follow.
        String next = piece + 1 < narration.size() ? narration.lower(piece + 1) : "";
        Verb following = verbs.of(next);
        boolean verbal = Set.of("been", "not", "got", "the", "a", "an", "going").contains(next)
                || following != null
                        && following.is(Form.GERUND)
                        && following.reports().size() > 0
                        && piece + 2 < narration.size()
                        && (ClosedClasses.of(narration.lower(piece + 2)) == DETERMINER
                                || narration.says(piece + 2, "that"));
        return verbal ? AUXILIARY : POSSESSIVE_CLITIC;
    }

    private WordClass disambiguated(int piece, String word, WordClass closed) {
        switch (word) {
            case "that":
                // "that plan": a determiner after a verb or preposition only where a noun follows at once.
                return SUBORDINATOR;
            case "march", "may":
                if (narration.isCapitalised(piece) && !startsSentence(piece)) {
                    return TIME;
                }
                return word.equals("may") ? MODAL : NOUN;
            case "week", "weekend", "month", "year", "night":
                return piece > 0 && narration.says(piece - 1, "last", "this", "next") ? TIME : NOUN;
            case "morning", "afternoon", "evening":
                return afterDeterminer(piece) ? NOUN : TIME;
            case "will":
                return afterDeterminer(piece) ? NOUN : MODAL;
            case "like":
                return piece > 0
                                && (previousClass(piece) == PRONOUN
                                        || previousClass(piece) == MODAL
                                        || previousClass(piece) == TO)
                        ? VERB
                        : PREPOSITION;
            case "chief", "deputy":
                return namesOffice(piece) ? NOUN : closed;
            case "under":
                // "Under Secretary Zeya"
                return narration.isCapitalised(piece) && !startsSentence(piece) ? ADJECTIVE : closed;
            case "her":
                return POSSESSIVE_PRONOUN;
            case "one",
                    "all",
                    "both",
                    "some",
                    "many",
                    "most",
                    "few",
                    "several",
                    "neither",
                    "either",
                    "another",
                    "such",
                    "this",
                    "these",
                    "those":
                return closed;
            default:
                if (closed == ADVERB && afterDeterminer(piece)) {
                    return ADJECTIVE;
                }
                return closed;
        }
    }

    /** "the chief of staff", "the police chief said": a noun unless one follows. */
    private boolean namesOffice(int piece) {
        if (piece + 1 >= narration.size() || narration.isQuotation(piece + 1)) {
            return true;
        }
        WordClass next = ClosedClasses.of(narration.lower(piece + 1));
        Verb verb = verbs.of(narration.lower(piece + 1));
        return next == PREPOSITION
                || next == COMMA
                || next == STOP
                || next == AUXILIARY
                || next == MODAL
                || verb != null && verb.reports(Verbs.Report.SAY);
    }

    private WordClass verbOrNoun(int piece, Verb verb) {
        int before = previousWord(piece);
        WordClass left = before < 0 ? null : narration.wordClass(before);
        String leftWord = before < 0 ? "" : narration.lower(before);
        if (left == MODAL || left == TO || isDo(leftWord) && left == AUXILIARY) {
            if (verb.is(Form.BASE)) {
                return left == TO && verb.asNoun() && !nounlessAfterTo(piece) ? NOUN : BARE_VERB;
            }
        }
        if (verb.is(Form.GERUND)) {
            return afterDeterminer(piece) && !takesObject(piece) ? NOUN : GERUND;
        }
        if (left == AUXILIARY && (BE.contains(leftWord) || HAVE.contains(leftWord) || leftWord.endsWith("s"))) {
            if (verb.is(Form.PARTICIPLE)) {
                return PARTICIPLE;
            }
        }
        if (verb.is(Form.PAST)) {
            return pastOrParticiple(piece, verb, left);
        }
        if (verb.is(Form.PARTICIPLE)) {
            return PARTICIPLE;
        }
        return presentOrNoun(piece, verb, left, leftWord);
    }

    /** "to report that", not "to report": a noun may follow the preposition "to", but rarely bare. */
    private boolean nounlessAfterTo(int piece) {
        return true;
    }

    private WordClass pastOrParticiple(int piece, Verb verb, @Nullable WordClass left) {
        boolean distinct = !verb.is(Form.PARTICIPLE);
        if (distinct) {
            return VERB;
        }
        if (left == DETERMINER
                || left == POSSESSIVE_PRONOUN
                || left == POSSESSIVE_CLITIC
                || left == ADJECTIVE
                || left == PREPOSITION
                || left == NUMBER) {
            return verb.is(Form.BASE) && verb.asNoun() ? NOUN : PARTICIPLE;
        }
        return VERB;
    }

    private WordClass presentOrNoun(int piece, Verb verb, @Nullable WordClass left, String leftWord) {
        if (!verb.asNoun()) {
            boolean modifies = left == DETERMINER || left == POSSESSIVE_PRONOUN || left == POSSESSIVE_CLITIC;
            return modifies ? NOUN : VERB;
        }
        if (closesQuotation(piece, verb)) {
            return VERB;
        }
        if (left == null
                || left == DETERMINER
                || left == POSSESSIVE_PRONOUN
                || left == POSSESSIVE_CLITIC
                || left == ADJECTIVE
                || left == PREPOSITION
                || left == NUMBER
                || left == PARTICIPLE
                || left == COMMA
                || left == VERB
                || left == GERUND
                || left == BARE_VERB
                || left == SUBORDINATOR) {
            return NOUN;
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
            boolean callsPerson = verb.is(Form.BASE) && piece + 1 < narration.size() && narration.isPerson(piece + 1);
            return agrees && !callsPerson && opensObject(piece) ? VERB : NOUN;
        }
        return NOUN;
    }

    /** "“…,” Smith notes.": between an open quotation with its speaker and the end of the clause only a verb can stand. */
    private boolean closesQuotation(int piece, Verb verb) {
        boolean mayClose = verb.reports(Verbs.Report.SAY) && (verb.is(Form.THIRD_PERSON) || verb.is(Form.PAST));
        boolean ends = piece + 1 >= narration.size()
                || startsSentence(piece + 1)
                || ClosedClasses.of(narration.lower(piece + 1)) == STOP
                || ClosedClasses.of(narration.lower(piece + 1)) == COMMA;
        int before = piece - 1;
        while (mayClose
                && ends
                && before > 0
                && piece - before < LONGEST_SPEAKER
                && narration.wordClass(before).modifiesNoun()) {
            before--;
        }
        boolean named = before < piece - 1;
        if (named && before > 0 && narration.is(before, COMMA)) {
            before--;
        }
        return mayClose
                && ends
                && named
                && before >= 0
                && narration.isQuotation(before)
                && narration.sentence(before) == narration.sentence(piece);
    }

    /** Whether what follows can only be the object of a verb. */
    private boolean opensObject(int piece) {
        if (piece + 1 >= narration.size()) {
            return false;
        }
        if (narration.isQuotation(piece + 1) || narration.nameIndex(piece + 1) >= 0) {
            return true;
        }
        String next = narration.lower(piece + 1);
        WordClass closed = ClosedClasses.of(next);
        if (closed == PREPOSITION) {
            return Set.of(
                                    "for", "on", "against", "about", "to", "at", "up", "out", "off", "down", "back",
                                    "into", "with")
                            .contains(next)
                    && narration.isPerson(previousWord(piece));
        }
        return closed == DETERMINER
                || closed == POSSESSIVE_PRONOUN
                || closed == PRONOUN
                || closed == OBJECT_PRONOUN
                || closed == SUBORDINATOR
                || closed == COLON
                || closed == NUMBER
                || closed == ADVERB;
    }

    private boolean takesObject(int piece) {
        return opensObject(piece);
    }

    private static WordClass byEnding(int piece, String word) {
        if (word.length() > 4 && word.endsWith("ly")) {
            return ADVERB;
        }
        if (word.length() > 4
                && (word.endsWith("ous")
                        || word.endsWith("ful")
                        || word.endsWith("ical")
                        || word.endsWith("ible")
                        || word.endsWith("able")
                        || word.endsWith("ive")
                        || word.endsWith("less")
                        || word.endsWith("ese")
                        || word.endsWith("ish"))) {
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
        return left == DETERMINER || left == POSSESSIVE_PRONOUN || left == POSSESSIVE_CLITIC || left == ADJECTIVE;
    }

    private @Nullable WordClass previousClass(int piece) {
        return piece == 0 || startsSentence(piece) ? null : narration.wordClass(piece - 1);
    }

    /** The piece before, adverbs and negations skipped, in the same sentence; -1 where there is none. */
    private int previousWord(int piece) {
        int before = piece - 1;
        while (before >= 0 && piece - before < 6 && narration.sentence(before) == narration.sentence(piece)) {
            WordClass found = narration.wordClass(before);
            if (found != ADVERB && found != NEGATION) {
                return before;
            }
            before--;
        }
        return -1;
    }

    private boolean startsSentence(int piece) {
        return piece == 0 || narration.sentence(piece - 1) != narration.sentence(piece);
    }

    private static boolean isDo(String word) {
        return word.equals("do") || word.equals("does") || word.equals("did");
    }
}

package org.onrecord.extraction.grammar;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.grammar.Verbs.Form;
import org.onrecord.extraction.grammar.Verbs.Verb;

/**
 * Gives each piece of a narration its word class: function words by list, verbs by their forms, and what may be a verb
 * or a noun by its neighbours (in the spirit of Brill's contextual rules, 1992). A tagger of a few hundred words; it
 * is meant to find finite verbs and the edges of noun phrases, no more.
 */
final class WordClasses {

    private static final Set<String> BE = Set.of(
            "is", "are", "was", "were", "be", "been", "being", "am", "'re", "’re", "'m", "’m", "get", "got", "gets");

    private static final Set<String> HAVE = Set.of("has", "have", "had", "having", "'ve", "’ve", "'d", "’d");

    /** "a former deputy foreign minister Jane Smith": no longer phrase is looked for before a closing cue. */
    private static final int LONGEST_SPEAKER = 8;

    private static final Set<String> SPANS_OF_TIME = Set.of("week", "weekend", "month", "year", "night");

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
            return WordClass.QUOTATION;
        }
        String word = narration.lower(piece);
        Verb verb = word.isEmpty() ? null : verbs.of(word);
        if (narration.nameIndex(piece) >= 0) {
            return WordClass.NAME;
        }
        if (word.equals("'s") || word.equals("’s")) {
            return possessiveOrVerb(piece);
        }
        if (word.equals("'") || word.equals("’")) {
            return !narration.spaceBefore(piece) ? WordClass.POSSESSIVE_CLITIC : WordClass.OTHER;
        }
        WordClass closed = ClosedClasses.of(word);
        if (SPANS_OF_TIME.contains(word)) {
            return disambiguated(piece, word, WordClass.NOUN);
        }
        if (closed != null) {
            return disambiguated(piece, word, closed);
        }
        char first = word.charAt(0);
        if (word.endsWith("-year-old")) {
            return WordClass.NOUN;
        }
        if (Character.isDigit(first) || "$£€".indexOf(first) >= 0) {
            return WordClass.NUMBER;
        }
        if (!Character.isLetter(first) && first != '#' && first != '@') {
            return WordClass.OTHER;
        }
        if (verb != null) {
            return verbOrNoun(piece, verb);
        }
        WordClass found = byEnding(piece, word);
        return found == WordClass.PARTICIPLE && actsAsPast(piece) ? WordClass.VERB : found;
    }

    /** A form in -ed right after a name or a pronoun, where no auxiliary makes it a participle. */
    private boolean actsAsPast(int piece) {
        int before = previousWord(piece);
        if (before < 0) {
            return false;
        }
        WordClass left = narration.wordClass(before);
        return left == WordClass.PRONOUN || left == WordClass.RELATIVE || left == WordClass.NAME && opensObject(piece);
    }

    private WordClass possessiveOrVerb(int piece) {
        if (piece == 0 || narration.spaceBefore(piece)) {
            return WordClass.OTHER;
        }
        WordClass before = narration.wordClass(piece - 1);
        String previous = narration.lower(piece - 1);
        boolean pronoun = before == WordClass.PRONOUN
                || before == WordClass.RELATIVE
                || previous.equals("that")
                || previous.equals("there")
                || previous.equals("here")
                || previous.equals("what");
        if (pronoun) {
            return WordClass.AUXILIARY;
        }
        // "Clinton's claiming", "Trump's been": a verb where only a verb's company can follow.
        String next = piece + 1 < narration.size() ? narration.lower(piece + 1) : "";
        Verb following = verbs.of(next);
        boolean verbal = Set.of("been", "not", "got", "the", "a", "an", "going").contains(next)
                || following != null
                        && following.is(Form.GERUND)
                        && following.reports().size() > 0
                        && piece + 2 < narration.size()
                        && (ClosedClasses.of(narration.lower(piece + 2)) == WordClass.DETERMINER
                                || narration.lower(piece + 2).equals("that"));
        return verbal ? WordClass.AUXILIARY : WordClass.POSSESSIVE_CLITIC;
    }

    private WordClass disambiguated(int piece, String word, WordClass closed) {
        switch (word) {
            case "that":
                // "that plan": a determiner after a verb or preposition only where a noun follows at once.
                return WordClass.SUBORDINATOR;
            case "march", "may":
                if (narration.isCapitalised(piece) && !startsSentence(piece)) {
                    return WordClass.TIME;
                }
                return word.equals("may") ? WordClass.MODAL : WordClass.NOUN;
            case "week", "weekend", "month", "year", "night":
                return piece > 0 && Set.of("last", "this", "next").contains(narration.lower(piece - 1))
                        ? WordClass.TIME
                        : WordClass.NOUN;
            case "morning", "afternoon", "evening":
                return afterDeterminer(piece) ? WordClass.NOUN : WordClass.TIME;
            case "will":
                return afterDeterminer(piece) ? WordClass.NOUN : WordClass.MODAL;
            case "like":
                return piece > 0
                                && (previousClass(piece) == WordClass.PRONOUN
                                        || previousClass(piece) == WordClass.MODAL
                                        || previousClass(piece) == WordClass.TO)
                        ? WordClass.VERB
                        : WordClass.PREPOSITION;
            case "chief", "deputy":
                return namesOffice(piece) ? WordClass.NOUN : closed;
            case "under":
                // "Under Secretary Zeya"
                return narration.isCapitalised(piece) && !startsSentence(piece) ? WordClass.ADJECTIVE : closed;
            case "her":
                return WordClass.POSSESSIVE_PRONOUN;
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
                if (closed == WordClass.ADVERB && afterDeterminer(piece)) {
                    return WordClass.ADJECTIVE;
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
        return next == WordClass.PREPOSITION
                || next == WordClass.COMMA
                || next == WordClass.STOP
                || next == WordClass.AUXILIARY
                || next == WordClass.MODAL
                || verb != null && verb.reports(Verbs.Report.SAY);
    }

    private WordClass verbOrNoun(int piece, Verb verb) {
        int before = previousWord(piece);
        WordClass left = before < 0 ? null : narration.wordClass(before);
        String leftWord = before < 0 ? "" : narration.lower(before);
        if (left == WordClass.MODAL || left == WordClass.TO || isDo(leftWord) && left == WordClass.AUXILIARY) {
            if (verb.is(Form.BASE)) {
                return left == WordClass.TO && verb.asNoun() && !nounlessAfterTo(piece)
                        ? WordClass.NOUN
                        : WordClass.BARE_VERB;
            }
        }
        if (verb.is(Form.GERUND)) {
            return afterDeterminer(piece) && !takesObject(piece) ? WordClass.NOUN : WordClass.GERUND;
        }
        if (left == WordClass.AUXILIARY
                && (BE.contains(leftWord) || HAVE.contains(leftWord) || leftWord.endsWith("s"))) {
            if (verb.is(Form.PARTICIPLE)) {
                return WordClass.PARTICIPLE;
            }
        }
        if (verb.is(Form.PAST)) {
            return pastOrParticiple(piece, verb, left);
        }
        if (verb.is(Form.PARTICIPLE)) {
            return WordClass.PARTICIPLE;
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
            return WordClass.VERB;
        }
        if (left == WordClass.DETERMINER
                || left == WordClass.POSSESSIVE_PRONOUN
                || left == WordClass.POSSESSIVE_CLITIC
                || left == WordClass.ADJECTIVE
                || left == WordClass.PREPOSITION
                || left == WordClass.NUMBER) {
            return verb.is(Form.BASE) && verb.asNoun() ? WordClass.NOUN : WordClass.PARTICIPLE;
        }
        return WordClass.VERB;
    }

    private WordClass presentOrNoun(int piece, Verb verb, @Nullable WordClass left, String leftWord) {
        if (!verb.asNoun()) {
            boolean modifies = left == WordClass.DETERMINER
                    || left == WordClass.POSSESSIVE_PRONOUN
                    || left == WordClass.POSSESSIVE_CLITIC;
            return modifies ? WordClass.NOUN : WordClass.VERB;
        }
        if (closesQuotation(piece, verb)) {
            return WordClass.VERB;
        }
        if (left == null
                || left == WordClass.DETERMINER
                || left == WordClass.POSSESSIVE_PRONOUN
                || left == WordClass.POSSESSIVE_CLITIC
                || left == WordClass.ADJECTIVE
                || left == WordClass.PREPOSITION
                || left == WordClass.NUMBER
                || left == WordClass.PARTICIPLE
                || left == WordClass.COMMA
                || left == WordClass.VERB
                || left == WordClass.GERUND
                || left == WordClass.BARE_VERB
                || left == WordClass.SUBORDINATOR) {
            return WordClass.NOUN;
        }
        if (left == WordClass.PRONOUN || left == WordClass.RELATIVE) {
            return WordClass.VERB;
        }
        if (left == WordClass.ADVERB) {
            return opensObject(piece) ? WordClass.VERB : WordClass.NOUN;
        }
        boolean third = verb.is(Form.THIRD_PERSON);
        boolean pluralBefore = leftWord.endsWith("s") && !leftWord.endsWith("ss");
        if (left == WordClass.NAME || left == WordClass.NOUN) {
            boolean agrees = third != pluralBefore || left == WordClass.NAME;
            boolean callsPerson = verb.is(Form.BASE) && piece + 1 < narration.size() && narration.isPerson(piece + 1);
            return agrees && !callsPerson && opensObject(piece) ? WordClass.VERB : WordClass.NOUN;
        }
        return WordClass.NOUN;
    }

    /** "“…,” Smith notes.": between an open quotation with its speaker and the end of the clause only a verb can stand. */
    private boolean closesQuotation(int piece, Verb verb) {
        boolean mayClose = verb.reports(Verbs.Report.SAY) && (verb.is(Form.THIRD_PERSON) || verb.is(Form.PAST));
        boolean ends = piece + 1 >= narration.size()
                || startsSentence(piece + 1)
                || ClosedClasses.of(narration.lower(piece + 1)) == WordClass.STOP
                || ClosedClasses.of(narration.lower(piece + 1)) == WordClass.COMMA;
        int before = piece - 1;
        while (mayClose
                && ends
                && before > 0
                && piece - before < LONGEST_SPEAKER
                && narration.wordClass(before).modifiesNoun()) {
            before--;
        }
        boolean named = before < piece - 1;
        if (named && before > 0 && narration.wordClass(before) == WordClass.COMMA) {
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
        if (closed == WordClass.PREPOSITION) {
            return Set.of(
                                    "for", "on", "against", "about", "to", "at", "up", "out", "off", "down", "back",
                                    "into", "with")
                            .contains(next)
                    && narration.isPerson(previousWord(piece));
        }
        return closed == WordClass.DETERMINER
                || closed == WordClass.POSSESSIVE_PRONOUN
                || closed == WordClass.PRONOUN
                || closed == WordClass.OBJECT_PRONOUN
                || closed == WordClass.SUBORDINATOR
                || closed == WordClass.COLON
                || closed == WordClass.NUMBER
                || closed == WordClass.ADVERB;
    }

    private boolean takesObject(int piece) {
        return opensObject(piece);
    }

    private static WordClass byEnding(int piece, String word) {
        if (word.length() > 4 && word.endsWith("ly")) {
            return WordClass.ADVERB;
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
            return WordClass.ADJECTIVE;
        }
        if (word.length() > 5 && word.endsWith("ed")) {
            return WordClass.PARTICIPLE;
        }
        if (word.length() > 5 && word.endsWith("ing")) {
            return WordClass.GERUND;
        }
        return WordClass.NOUN;
    }

    private boolean afterDeterminer(int piece) {
        WordClass left = previousClass(piece);
        return left == WordClass.DETERMINER
                || left == WordClass.POSSESSIVE_PRONOUN
                || left == WordClass.POSSESSIVE_CLITIC
                || left == WordClass.ADJECTIVE;
    }

    private @Nullable WordClass previousClass(int piece) {
        return piece == 0 || startsSentence(piece) ? null : narration.wordClass(piece - 1);
    }

    /** The piece before, adverbs and negations skipped, in the same sentence; -1 where there is none. */
    private int previousWord(int piece) {
        int before = piece - 1;
        while (before >= 0 && piece - before < 6 && narration.sentence(before) == narration.sentence(piece)) {
            WordClass found = narration.wordClass(before);
            if (found != WordClass.ADVERB && found != WordClass.NEGATION) {
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

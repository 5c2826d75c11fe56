package org.onrecord.extraction.grammar;

/** What part a piece of the narration plays in its clause, as far as words and neighbours tell it. */
public enum WordClass {
    /** A name the recogniser found. */
    NAME,
    NOUN,
    ADJECTIVE,
    NUMBER,
    DETERMINER,
    /** "his", "their": opens a noun phrase as a determiner does. */
    POSSESSIVE_PRONOUN,
    /** The clitic after a possessor: "the minister's". */
    POSSESSIVE_CLITIC,
    /** A pronoun that may be a subject. */
    PRONOUN,
    OBJECT_PRONOUN,
    PREPOSITION,
    CONJUNCTION,
    SUBORDINATOR,
    /** "who", "which", "what". */
    RELATIVE,
    TO,
    MODAL,
    AUXILIARY,
    NEGATION,
    ADVERB,
    /** Friday, yesterday, last week: may stand between a verb and what it governs. */
    TIME,
    /** A finite verb. */
    VERB,
    /** A verb without ending, after "to", a modal or "do". */
    BARE_VERB,
    /** A form in -ing. */
    GERUND,
    /** A form in -ed or the like that is not finite. */
    PARTICIPLE,
    COMMA,
    COLON,
    SEMICOLON,
    DASH,
    STOP,
    OPENING_BRACKET,
    CLOSING_BRACKET,
    /** A whole quotation. */
    QUOTATION,
    OTHER;

    /** Whether a noun phrase may end with it. */
    public boolean endsNounPhrase() {
        return this == NAME || this == NOUN || this == PRONOUN || this == NUMBER;
    }

    /** Whether it may stand inside a noun phrase, before the head. */
    public boolean modifiesNoun() {
        return this == NAME
                || this == NOUN
                || this == ADJECTIVE
                || this == NUMBER
                || this == POSSESSIVE_CLITIC
                || this == PARTICIPLE;
    }

    public boolean opensNounPhrase() {
        return this == DETERMINER || this == POSSESSIVE_PRONOUN;
    }

    public boolean isVerbal() {
        return this == VERB || this == AUXILIARY || this == MODAL;
    }

    public boolean isPunctuation() {
        return this == COMMA
                || this == COLON
                || this == SEMICOLON
                || this == DASH
                || this == STOP
                || this == OPENING_BRACKET
                || this == CLOSING_BRACKET;
    }

    /** "she", "him", "their": a word that stands for a name. */
    boolean isPronoun() {
        return this == PRONOUN || this == OBJECT_PRONOUN || this == POSSESSIVE_PRONOUN;
    }
}

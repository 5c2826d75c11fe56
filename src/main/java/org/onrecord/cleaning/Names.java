package org.onrecord.cleaning;

import java.util.Locale;
import java.util.Set;

/** Whether words look like the names of people, as credit lines carry them. */
final class Names {

    private static final Set<String> JOINERS = Set.of(
            "and",
            "in",
            "at",
            "for",
            "of",
            "the",
            "with",
            "from",
            "by",
            "on",
            "de",
            "da",
            "di",
            "del",
            "der",
            "den",
            "van",
            "von",
            "la",
            "le",
            "al",
            "el",
            "bin",
            "ibn",
            "ter",
            "dos",
            "du",
            "y",
            "e",
            "to",
            "additional",
            "reporting",
            "editing",
            "writing",
            "as",
            "a",
            "an",
            "our",
            "via",
            "or",
            "his",
            "her",
            "staff");

    private Names() {}

    /** A capitalised word, an initial, an address, or one of the little words between names. */
    static boolean mayBelong(String token) {
        int first = token.codePointAt(0);
        return Character.isUpperCase(first)
                || Character.isTitleCase(first)
                || !Character.isLetter(first)
                || token.indexOf('@') >= 0
                || isParticle(token)
                || JOINERS.contains(token.toLowerCase(Locale.ROOT));
    }

    /** "al-Masri", "d'Arcy", "O'": small letters, then a mark, then a capital. */
    private static boolean isParticle(String token) {
        for (int index = 1; index + 1 < token.length(); index++) {
            if ("-'’".indexOf(token.charAt(index)) >= 0) {
                return Character.isUpperCase(token.charAt(index + 1));
            }
        }
        return false;
    }

    static boolean isCapitalised(String token) {
        return Character.isUpperCase(token.codePointAt(0)) || isParticle(token);
    }

    static boolean isJoiner(String token) {
        return JOINERS.contains(token.toLowerCase(Locale.ROOT));
    }
}

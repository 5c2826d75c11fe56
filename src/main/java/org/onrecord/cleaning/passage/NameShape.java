package org.onrecord.cleaning.passage;

import java.util.Locale;
import org.onrecord.text.Phrases;

/** Tells by its letters whether a word may belong to a person's name, as credit lines print it. */
public final class NameShape {

    private static final Phrases JOINERS = Phrases.of("""
            and | in | at | for | of | the | with | from | by | on | de | da | di | del | der | den | van | von | la | le
            al | el | bin | ibn | ter | dos | du | y | e | to | additional | reporting | editing | writing | as | a | an
            our | via | or | his | her | staff
            """);

    private NameShape() {}

    /** A capitalised word, an initial, an address, or one of the little words between names. */
    public static boolean mayBelong(String token) {
        int first = token.codePointAt(0);
        return Character.isUpperCase(first)
                || Character.isTitleCase(first)
                || !Character.isLetter(first)
                || token.indexOf('@') >= 0
                || isParticle(token)
                || isJoiner(token);
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

    public static boolean isCapitalised(String token) {
        return Character.isUpperCase(token.codePointAt(0)) || isParticle(token);
    }

    /** "and", "de", "van": the small words between names, and between the names of a credit line. */
    public static boolean isJoiner(String token) {
        return JOINERS.contains(token.toLowerCase(Locale.ROOT));
    }
}

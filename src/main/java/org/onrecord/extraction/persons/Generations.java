package org.onrecord.extraction.persons;

import java.util.List;
import java.util.Set;

/** "Jr.", "Sr.", "III" behind a name. */
public final class Generations {

    private static final Set<String> ALL = Set.of("jr", "sr", "ii", "iii", "iv");

    private Generations() {}

    /** Whether a word, folded, with or without its stop, is one. */
    public static boolean isOne(String word) {
        return ALL.contains(bare(word));
    }

    /** The word without its stop. */
    public static String bare(String word) {
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }

    /**
     * Whether one person may be printed with both. Behind a bare first name and surname "Jr." tells the son from the
     * father; in a full name, middle initial and all, some papers print it as a matter of form and leave it out with the
     * initial.
     *
     * @param one bare, or empty
     * @param middles what stands between first name and surname beside it
     */
    public static boolean agree(String one, List<String> middles, String other, List<String> otherMiddles) {
        if (one.equals(other)) {
            return true;
        }
        if (!one.isEmpty() && !other.isEmpty()) {
            return false;
        }
        List<String> withIt = one.isEmpty() ? otherMiddles : middles;
        List<String> without = one.isEmpty() ? middles : otherMiddles;
        return !withIt.isEmpty() && without.isEmpty();
    }
}

package org.onrecord.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Short forms written with a full stop that need not end a sentence, as the AP and Guardian style guides print them.
 * Written without their stop; case counts, so that "Sen." is a senator and "sen." nothing.
 */
final class Abbreviations {

    private static final Map<String, List<String>> LISTS = WordLists.sections(Abbreviations.class, "abbreviations.txt");

    /** Stand before a name: a capital after them never starts a sentence. */
    private static final Set<String> TITLES = words("title");

    /** May stand inside or at the end of a sentence. */
    private static final Set<String> OTHERS = words("other");

    /** US states whose short form is also a word: abbreviations only after a comma ("Boston, Mass."). */
    private static final Set<String> AFTER_COMMA = words("after-comma");

    private Abbreviations() {}

    private static Set<String> words(String section) {
        return new HashSet<>(LISTS.getOrDefault(section, List.of()));
    }

    /** Whether a word, given without its stop, is a title that stands before a name. */
    static boolean isTitle(String word) {
        return TITLES.contains(word);
    }

    /** Whether a word, given without its stop, keeps the stop that follows it. */
    static boolean keepsStop(String word, boolean afterComma) {
        return TITLES.contains(word) || OTHERS.contains(word) || (afterComma && AFTER_COMMA.contains(word));
    }
}

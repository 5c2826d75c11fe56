package org.onrecord.extraction.persons;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.onrecord.text.WordLists;

/** Words that stand before a name without belonging to it, and what they tell of the person. */
public final class Honorifics {

    private static final Map<String, Gender> GENDERS = read();

    private static Map<String, Gender> read() {
        Map<String, Gender> genders = new HashMap<>();
        WordLists.sections(Honorifics.class, "honorifics.txt").forEach((section, words) -> {
            Gender gender =
                    section.equals("either") ? Gender.UNKNOWN : Gender.valueOf(section.toUpperCase(Locale.ROOT));
            words.forEach(word -> genders.putIfAbsent(word, gender));
        });
        return Map.copyOf(genders);
    }

    private Honorifics() {}

    private static String bare(String word) {
        String folded = Words.fold(word);
        return folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
    }

    /** Whether the word, in any case, with or without its dot, is one. */
    public static boolean isHonorific(String word) {
        return GENDERS.containsKey(bare(word));
    }

    public static Gender genderOf(String word) {
        return GENDERS.getOrDefault(bare(word), Gender.UNKNOWN);
    }
}

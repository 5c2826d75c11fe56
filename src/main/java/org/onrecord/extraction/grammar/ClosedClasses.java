package org.onrecord.extraction.grammar;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.text.WordLists;

/** The function words of English and the few adverbs and adjectives whose class their ending does not tell. */
final class ClosedClasses {

    private static final Map<String, WordClass> CLASSES = new HashMap<>();

    static {
        WordLists.sections(ClosedClasses.class, "closed-classes.txt").forEach((section, words) -> {
            var wordClass = WordClass.valueOf(section.toUpperCase(Locale.ROOT).replace('-', '_'));
            words.forEach(word -> CLASSES.putIfAbsent(word, wordClass));
        });
    }

    private ClosedClasses() {}

    /** The class of a lower-case word, or null where the list does not know it. */
    static @Nullable WordClass of(String word) {
        return CLASSES.get(word);
    }
}

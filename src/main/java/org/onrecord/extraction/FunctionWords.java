package org.onrecord.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onrecord.text.TokenisedText;
import org.onrecord.text.WordLists;

/**
 * Tells the language of a body by its function words, which make up a third to a half of any running text and are
 * hardly shared between languages (Grefenstette, "Comparing two language identification schemes", 1995). Knows a dozen
 * languages of the news; says "und" for others, for a handful of words and for text of several languages.
 */
final class FunctionWords {

    /** As BCP 47 has it: undetermined. */
    static final String UNDETERMINED = "und";

    static final String ENGLISH = "en";

    /** Of longer bodies the rest is not looked at: the language is known long before. */
    private static final int MOST_TOKENS = 4000;

    private static final int FEWEST_HITS = 3;
    private static final double SMALLEST_SHARE = 0.12;
    private static final double LEAD = 1.4;

    private static final List<String> LANGUAGES = new ArrayList<>();

    /** Of each word the languages it belongs to, one bit each. */
    private static final Map<String, Integer> LANGUAGES_OF_WORD = new HashMap<>();

    static {
        WordLists.sections(FunctionWords.class, "function-words.txt").forEach((language, words) -> {
            int bit = 1 << LANGUAGES.size();
            LANGUAGES.add(language);
            words.forEach(word -> LANGUAGES_OF_WORD.merge(word, bit, (one, other) -> one | other));
        });
    }

    private FunctionWords() {}

    /** The BCP 47 tag of a text's language, {@value #UNDETERMINED} where it cannot be told. */
    static String languageOf(TokenisedText text) {
        int[] hits = new int[LANGUAGES.size()];
        int words = 0;
        for (int token = 0; token < Math.min(text.tokenCount(), MOST_TOKENS); token++) {
            if (!Character.isLetter(text.firstChar(token))) {
                continue;
            }
            words++;
            int languages = LANGUAGES_OF_WORD.getOrDefault(text.token(token).toLowerCase(Locale.ROOT), 0);
            for (int language = 0; languages != 0; language++, languages >>= 1) {
                hits[language] += languages & 1;
            }
        }
        return decide(hits, words);
    }

    private static String decide(int[] hits, int words) {
        int best = 0;
        int second = -1;
        for (int language = 1; language < hits.length; language++) {
            if (hits[language] > hits[best]) {
                second = best;
                best = language;
            } else if (second < 0 || hits[language] > hits[second]) {
                second = language;
            }
        }
        boolean clear =
                hits[best] >= FEWEST_HITS && hits[best] >= SMALLEST_SHARE * words && hits[best] >= LEAD * hits[second];
        return clear ? LANGUAGES.get(best) : UNDETERMINED;
    }
}

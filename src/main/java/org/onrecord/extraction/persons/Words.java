package org.onrecord.extraction.persons;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Words compared without regard to case and accents. */
public final class Words {

    private Words() {}

    /** The words as a writer joins them: no blank before an apostrophe, a full stop or the like that was cut off. */
    public static String joined(List<String> words) {
        StringBuilder joined = new StringBuilder();
        for (String word : words) {
            boolean attached = !Character.isLetterOrDigit(word.codePointAt(0)) && "’'.,!".indexOf(word.charAt(0)) >= 0;
            joined.append(joined.isEmpty() || attached ? "" : " ").append(word);
        }
        return joined.toString();
    }

    public static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int index = 0; index < lower.length(); index++) {
            if (lower.charAt(index) > 127) {
                return withoutAccents(lower);
            }
        }
        return lower;
    }

    private static String withoutAccents(String lower) {
        String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
        StringBuilder bare = new StringBuilder(apart.length());
        for (int index = 0; index < apart.length(); index++) {
            char character = apart.charAt(index);
            if (Character.getType(character) != Character.NON_SPACING_MARK) {
                bare.append(character == '’' ? '\'' : character);
            }
        }
        return bare.toString();
    }
}

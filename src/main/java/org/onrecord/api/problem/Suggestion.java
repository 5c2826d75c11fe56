package org.onrecord.api.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Guesses what was meant by a misspelled name. */
public final class Suggestion {

    private Suggestion() {}

    /** "; did you mean `x`?" for the nearest known name, or the names there are, or nothing. */
    public static String of(String given, Collection<String> known) {
        if (known.isEmpty()) {
            return "";
        }
        int tolerated = Math.max(1, Math.min(3, given.length() / 3));
        return known.stream()
                .filter(name -> distance(given, name) <= tolerated)
                .min(Comparator.<String>comparingInt(name -> distance(given, name))
                        .thenComparing(Comparator.naturalOrder()))
                .map(name -> "; did you mean `" + name + "`?")
                .orElseGet(() -> "; there are "
                        + String.join(", ", known.stream().sorted().toList()));
    }

    /** Levenshtein's distance, letter case aside. */
    private static int distance(String left, String right) {
        var a = left.toLowerCase(Locale.ROOT);
        var b = right.toLowerCase(Locale.ROOT);
        if (Math.abs(a.length() - b.length()) > 3) {
            return Integer.MAX_VALUE;
        }
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}

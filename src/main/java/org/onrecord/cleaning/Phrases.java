package org.onrecord.cleaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Wordings to look for, in lower case with straight quote marks. They match whole words, a plural s aside. Looked up by
 * their first word, so that a passage is read once however many there are.
 */
final class Phrases {

    private final Set<String> all = new HashSet<>();
    private final Map<String, List<String>> byFirstWord = new HashMap<>();

    private Phrases(String table) {
        for (String cell : table.split("[|\n]")) {
            String phrase = cell.strip();
            if (!phrase.isEmpty()) {
                all.add(phrase);
                int start = wordStart(phrase, 0);
                String tail = phrase.substring(start);
                byFirstWord
                        .computeIfAbsent(tail.substring(0, wordEnd(tail, 0)), word -> new ArrayList<>())
                        .add(tail);
            }
        }
    }

    /** From a table with a bar or a line end between phrases. */
    static Phrases of(String table) {
        return new Phrases(table);
    }

    /** Whether one of them is exactly this. */
    boolean contains(String words) {
        return all.contains(words);
    }

    /** The length of the longest that stands at a word's start, or 0. */
    int longestAt(String text, int start) {
        return longestAt(text, wordAt(text, start), start);
    }

    /** As {@link #longestAt(String, int)}, where the word that stands there is known already. */
    int longestAt(String text, String firstWord, int start) {
        int longest = 0;
        for (String phrase : byFirstWord.getOrDefault(firstWord, List.of())) {
            if (phrase.length() > longest
                    && text.startsWith(phrase, start)
                    && endsWord(text, start + phrase.length())) {
                longest = phrase.length();
            }
        }
        return longest;
    }

    /** Whether one of them stands anywhere in the text. */
    boolean standIn(String text) {
        int start = wordStart(text, 0);
        while (start < text.length()) {
            int end = wordEnd(text, start);
            if (longestAt(text, text.substring(start, end), start) > 0) {
                return true;
            }
            start = wordStart(text, end);
        }
        return false;
    }

    /** The letters and digits from there on, up to the next that is neither. */
    static String wordAt(String text, int start) {
        return text.substring(start, wordEnd(text, start));
    }

    /** How many different ones stand anywhere in the text, counted up to a limit. */
    int count(String text, int limit) {
        Set<String> found = new HashSet<>();
        int start = wordStart(text, 0);
        while (start < text.length() && found.size() < limit) {
            int end = wordEnd(text, start);
            for (String phrase : byFirstWord.getOrDefault(text.substring(start, end), List.of())) {
                if (text.startsWith(phrase, start) && endsWord(text, start + phrase.length())) {
                    found.add(phrase);
                }
            }
            start = wordStart(text, end);
        }
        return found.size();
    }

    private static boolean endsWord(String text, int end) {
        if (end >= text.length()
                || !Character.isLetterOrDigit(text.charAt(end - 1))
                || !Character.isLetterOrDigit(text.charAt(end))) {
            return true;
        }
        return text.charAt(end) == 's'
                && (end + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 1)));
    }

    private static int wordStart(String text, int from) {
        int index = from;
        while (index < text.length() && !Character.isLetterOrDigit(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private static int wordEnd(String text, int from) {
        int index = from;
        while (index < text.length() && Character.isLetterOrDigit(text.charAt(index))) {
            index++;
        }
        return index;
    }
}

package org.onrecord.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A fixed set of words and phrases, and the search for them in text. Phrases match whole words, a plural s aside, and as
 * they are written: where text is lower-cased before the search, they are in lower case. They are found by their first
 * word, so that a text is read once however many phrases there are. Immutable and thread-safe.
 */
public final class Phrases {

    private final Set<String> all;
    private final Map<String, List<String>> byFirstWord = new HashMap<>();

    private Phrases(String table) {
        Set<String> phrases = new LinkedHashSet<>();
        for (String cell : table.split("[|\n]")) {
            String phrase = cell.strip();
            if (!phrase.isEmpty()) {
                phrases.add(phrase);
                int start = wordStart(phrase, 0);
                String tail = phrase.substring(start);
                byFirstWord
                        .computeIfAbsent(tail.substring(0, wordEnd(tail, 0)), word -> new ArrayList<>())
                        .add(tail);
            }
        }
        all = Collections.unmodifiableSet(phrases);
    }

    /** From a table with a bar or a line end between phrases. */
    public static Phrases of(String table) {
        return new Phrases(table);
    }

    /** All of them, in the order of the table. */
    public Set<String> all() {
        return all;
    }

    /** All of them, in the order given. */
    public Set<String> asSet() {
        return Collections.unmodifiableSet(all);
    }

    /** Whether one of them is exactly this. */
    public boolean contains(String words) {
        return all.contains(words);
    }

    /** The length of the longest that stands at a word's start, or 0. */
    public int longestAt(String text, int start) {
        return longestAt(text, wordAt(text, start), start);
    }

    /** As {@link #longestAt(String, int)}, where the word that stands there is known already. */
    public int longestAt(String text, String firstWord, int start) {
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
    public boolean standIn(String text) {
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

    /** Whether the text ends with one of them, which may begin within a word. */
    public boolean standAtEndOf(String text) {
        for (String phrase : all) {
            if (text.endsWith(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** The letters and digits from there on, up to the next that is neither. */
    public static String wordAt(String text, int start) {
        return text.substring(start, wordEnd(text, start));
    }

    /** How many different ones stand anywhere in the text, counted up to a limit. */
    public int count(String text, int limit) {
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

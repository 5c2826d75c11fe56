package org.onrecord.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A fixed set of words and phrases, and the search for them in text. A phrase matches whole words, and its plural if that
 * only adds an s; upper and lower case differ. Phrases are looked up by their first word, so that a text is read once
 * however many there are. Immutable and thread-safe.
 */
public final class Phrases {

    private final List<String> all = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, List<String>> byFirstWord = new HashMap<>();

    private Phrases(String table) {
        for (String cell : table.split("[|\n]")) {
            String phrase = cell.strip();
            if (!phrase.isEmpty()) {
                all.add(phrase);
                known.add(phrase);
                int start = wordStart(phrase, 0);
                String tail = phrase.substring(start);
                byFirstWord
                        .computeIfAbsent(tail.substring(0, wordEnd(tail, 0)), word -> new ArrayList<>())
                        .add(tail);
            }
        }
    }

    /** The phrases of a table, in which bars and line ends separate them. */
    public static Phrases of(String table) {
        return new Phrases(table);
    }

    /** All of them, in the order of the table. */
    public List<String> all() {
        return Collections.unmodifiableList(all);
    }

    /** Whether one of them is exactly this. */
    public boolean contains(String words) {
        return known.contains(words);
    }

    /** The length of the longest that begins at this index, where a word begins, or 0. */
    public int longestAt(String text, int start) {
        return longestAt(text, wordAt(text, start), start);
    }

    /** As {@link #longestAt(String, int)}, for callers that know the first word already. */
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

    /** The letters and digits from this index up to the next character that is neither. */
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

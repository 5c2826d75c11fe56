package org.onrecord.cleaning.passage;

/** Counts words between quote marks. In doubt it counts too many, so that no statement is lost with a promo. */
final class QuotedWords {

    private QuotedWords() {}

    /** The number of words in the longest quotation of a passage; one that is never closed ends with the passage. */
    static int longest(String text) {
        return Math.max(longestDouble(text), longestSingle(text));
    }

    private static int longestDouble(String text) {
        int longest = 0;
        int open = -1;
        for (int index = 0; index < text.length(); index++) {
            char mark = text.charAt(index);
            if (mark == '“' || mark == '«' || mark == '„' || mark == '"' && open < 0) {
                open = index;
            } else if ((mark == '”' || mark == '»' || mark == '"') && open >= 0) {
                longest = Math.max(longest, words(text, open, index));
                open = -1;
            } else if (mark == '”' && index > 0) {
                // The quotation began in an earlier paragraph.
                longest = Math.max(longest, words(text, 0, index));
            }
        }
        return open >= 0 ? Math.max(longest, words(text, open, text.length())) : longest;
    }

    private static int longestSingle(String text) {
        int longest = 0;
        int open = -1;
        for (int index = 0; index < text.length(); index++) {
            char mark = text.charAt(index);
            if (mark != '‘' && mark != '’' && mark != '\'') {
                continue;
            }
            boolean afterLetter = index > 0 && isWordOrStop(text.charAt(index - 1));
            boolean beforeLetter = index + 1 < text.length() && Character.isLetterOrDigit(text.charAt(index + 1));
            if (open < 0 && !afterLetter && beforeLetter && mark != '’') {
                open = index;
            } else if (open >= 0 && afterLetter && !beforeLetter) {
                longest = Math.max(longest, words(text, open, index));
                open = -1;
            }
        }
        return longest;
    }

    private static boolean isWordOrStop(char character) {
        return Character.isLetterOrDigit(character) || ",.!?…".indexOf(character) >= 0;
    }

    private static int words(String text, int start, int end) {
        int count = 0;
        boolean inside = false;
        for (int index = start; index < end; index++) {
            boolean letter = Character.isLetterOrDigit(text.charAt(index));
            boolean blank = text.charAt(index) == ' ' || text.charAt(index) == '\n';
            if (letter && !inside) {
                inside = true;
                count++;
            } else if (blank) {
                inside = false;
            }
        }
        return count;
    }
}

package org.onrecord.cleaning.passage;

import java.util.ArrayList;
import java.util.List;

/** Splits a short text into words without the punctuation around them. */
public final class Tokens {

    private Tokens() {}

    /** The words in order; blanks, bars, bullets, commas, brackets and arrows separate them. */
    public static List<String> of(String text) {
        List<String> tokens = new ArrayList<>();
        int start = 0;
        for (int index = 0; index <= text.length(); index++) {
            if (index == text.length() || " \n|•·,;()[]/>»›".indexOf(text.charAt(index)) >= 0) {
                add(tokens, text, start, index);
                start = index + 1;
            }
        }
        return tokens;
    }

    private static void add(List<String> tokens, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && !Character.isLetterOrDigit(text.charAt(start)) && text.charAt(start) != '@') {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1)) && text.charAt(end - 1) != '+') {
            end--;
        }
        if (start < end) {
            tokens.add(text.substring(start, end));
        }
    }
}

package org.onrecord.cleaning;

import java.util.ArrayList;
import java.util.List;

/** The words of a short passage without the punctuation around them. */
final class Tokens {

    private Tokens() {}

    /** In order; split at blanks and at the bars, bullets, commas and brackets that page furniture is full of. */
    static List<String> of(String text) {
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

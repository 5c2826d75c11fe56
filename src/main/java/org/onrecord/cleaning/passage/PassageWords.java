package org.onrecord.cleaning.passage;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.text.Phrases;

/**
 * The words of a passage and what follows from them alone. Equal lines of an item share one instance, so that their
 * words are read and judged once. Not thread-safe: it belongs to the cleaning of one item.
 */
final class PassageWords {

    static final int LONGEST_JUDGED = 1_500;

    /** This many quoted words may be somebody's statement; fewer are a title, a nickname or a scare quote. */
    private static final int STATEMENT = 4;

    private static final Phrases SPEECH = Phrases.of("""
            said | says | told | tells | added | adds | wrote | writes | warned | insisted | according to | asked
            replied | explained | claimed | stated | announced | urged
            """);

    final String text;
    final String plain;
    final String label;
    final String firstWord;
    final int count;
    final boolean statement;
    final boolean speech;

    /** Whether {@link #reason} is known. */
    boolean judged;

    @Nullable
    Reason reason;

    PassageWords(String text) {
        boolean judged = text.length() <= LONGEST_JUDGED;
        this.text = text;
        this.plain = judged ? plain(text) : "";
        this.label = judged ? label(plain) : "";
        this.firstWord = Phrases.wordAt(label, 0);
        this.count = judged ? countWords(plain) : Integer.MAX_VALUE;
        this.statement = judged && QuotedWords.longest(text) >= STATEMENT;
        this.speech = judged && SPEECH.standIn(plain);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('‘', '\'')
                .replace('“', '"')
                .replace('”', '"');
    }

    private static String label(String plain) {
        int start = 0;
        int end = plain.length();
        while (start < end && !Character.isLetterOrDigit(plain.charAt(start)) && plain.charAt(start) != '©') {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(plain.charAt(end - 1))) {
            end--;
        }
        return plain.substring(start, end);
    }

    private static int countWords(String plain) {
        int count = 0;
        boolean inside = false;
        for (int index = 0; index < plain.length(); index++) {
            char character = plain.charAt(index);
            if (character == ' ' || character == '\n') {
                inside = false;
            } else if (!inside && Character.isLetterOrDigit(character)) {
                inside = true;
                count++;
            }
        }
        return count;
    }
}

package org.onrecord.extraction.grammar;

import org.onrecord.text.CharSpan;
import org.onrecord.text.Phrases;

/** Tells titles of shows, books and songs, printed between quotation marks, from words that somebody said. */
public final class WorkTitles {

    private static final int MOST_WORDS = 8;

    /** Words a title prints small. */
    private static final Phrases SMALL = Phrases.of("""
            a | an | the | of | and | or | in | on | at | to | for | with | from | by | is | vs""");

    /** Words that stand before the title of a work. */
    private static final Phrases INTRODUCTIONS = Phrases.of("""
            on | of | during | titled | entitled | program | programme | show | film | movie | series | song | book
            album | magazine | drama | musical | play | novel | documentary | anthem | hit | podcast | episode
            painting | poem | ballad | single | memoir | opera | sitcom""");

    private static final Phrases ANNOUNCEMENTS = Phrases.of("""
            titled | entitled | subtitled | nicknamed | codenamed | so-called | pseudonym | alias | codename""");

    private WorkTitles() {}

    /** Words that make any words after them a name: "a talk entitled “Where we are”". */
    public static boolean announcesTitle(String word) {
        return ANNOUNCEMENTS.contains(word);
    }

    public static boolean isIntroduction(String word) {
        return INTRODUCTIONS.contains(word);
    }

    /** Whether every word that can be is capitalised, and nothing ends a sentence. */
    public static boolean isTitle(String text, CharSpan span) {
        int words = 0;
        int index = span.start();
        int to = span.end();
        while (index < to) {
            int start = index;
            while (index < to && !Character.isWhitespace(text.charAt(index))) {
                index++;
            }
            if (index > start) {
                if (++words > MOST_WORDS || !isTitleWord(text, start, index, words)) {
                    return false;
                }
            }
            index++;
        }
        return words > 0;
    }

    private static boolean isTitleWord(String text, int start, int end, int ordinal) {
        int letter = start;
        while (letter < end && !Character.isLetterOrDigit(text.charAt(letter))) {
            letter++;
        }
        if (letter == end) {
            return true;
        }
        boolean large = Character.isUpperCase(text.charAt(letter)) || Character.isDigit(text.charAt(letter));
        return large || ordinal > 1 && SMALL.contains(text.substring(letter, end));
    }
}

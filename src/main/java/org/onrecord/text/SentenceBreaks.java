package org.onrecord.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells which tokens of a paragraph start a new sentence. Rules, not statistics: a stop ends a sentence unless it
 * belongs to a title or an initial, or the text goes on in lower case; after an abbreviation that may end a sentence
 * only a word that often starts one does (the orthographic heuristic of Kiss and Strunk, "Unsupervised Multilingual
 * Sentence Boundary Detection", 2006).
 */
final class SentenceBreaks {

    /** Words in capitals that start sentences and hardly ever names. */
    private static final Set<String> STARTERS = words("""
            The A An This That These Those He She It They We You I His Her Its Their Our My Your There Here But And Or
            So Yet If When While Although Though Because Since After Before As At By For From In On Of To With Without
            Under Over During Despite However Meanwhile Moreover Instead Still Also Even Then Now Once Both Some Many
            Most Several Other Others Another Such What Who Why How Where Which Not No Nor All Each Every One Two Three
            According Earlier Later Last Asked Under Among Between Until Unlike Let Do Does Did Is Are Was Were""");

    /** Verbs that follow the speaker's name after a question or exclamation in quotation marks. */
    private static final Set<String> REPORTING = words("""
            said says asked asks wrote writes added adds replied replies shouted yelled cried exclaimed declared
            tweeted wondered joked quipped demanded inquired answered told remarked continued insisted screamed""");

    /** How far after a closed question its reporting verb may stand: "Lord Mayor Ann Smith asked". */
    private static final int LONGEST_SPEAKER = 5;

    private final String text;
    private final IntList starts;
    private final IntList ends;

    SentenceBreaks(String text, IntList starts, IntList ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    private static Set<String> words(String spaced) {
        return new HashSet<>(Arrays.asList(spaced.strip().split("\\s+")));
    }

    /** Adds to {@code firsts} the first token of each sentence among the tokens {@code [from, to)} of a paragraph. */
    void find(int from, int to, IntList firsts) {
        int first = from;
        boolean quoteOpen = false;
        int token = from;
        while (token < to) {
            if (isStraightQuote(token)) {
                quoteOpen = !quoteOpen;
            }
            if (!endsSentence(token) || isOpeningEllipsis(token, first)) {
                token++;
                continue;
            }
            int next = token + 1;
            while (next < to && isClosing(next, quoteOpen)) {
                if (isStraightQuote(next)) {
                    quoteOpen = false;
                }
                next++;
            }
            if (next < to && breaksBetween(token, next, to)) {
                firsts.add(first);
                first = next;
            }
            token = next;
        }
        if (first < to) {
            firsts.add(first);
        }
    }

    private boolean endsSentence(int token) {
        char last = text.charAt(ends.get(token) - 1);
        return last == '.' || last == '!' || last == '?' || last == '\u2026';
    }

    private boolean isOpeningEllipsis(int token, int firstOfSentence) {
        boolean ellipsis = text.charAt(starts.get(token)) == '\u2026'
                || (length(token) > 1 && text.charAt(starts.get(token)) == '.');
        return ellipsis && token - firstOfSentence <= 1;
    }

    /** Whether a token after the stop still belongs to its sentence: a closing mark, or another stop. */
    private boolean isClosing(int token, boolean quoteOpen) {
        char c = text.charAt(starts.get(token));
        boolean glued = starts.get(token) == ends.get(token - 1);
        switch (c) {
            case '\u201D', ')', ']', '}', '\u00BB', '!', '?', '\u2026':
                return true;
            case '.':
                return !Character.isDigit(text.charAt(ends.get(token) - 1));
            case '"':
                return glued || quoteOpen;
            case '\'':
                return length(token) == 2 || (length(token) == 1 && glued);
            case '\u2019':
                return length(token) == 1 && glued;
            default:
                return false;
        }
    }

    private boolean breaksBetween(int stop, int next, int to) {
        int start = starts.get(next);
        if (Character.isLowerCase(text.codePointAt(start))) {
            return false;
        }
        char mark = text.charAt(ends.get(stop) - 1);
        if (mark == '.' && Character.isLetterOrDigit(text.charAt(starts.get(stop)))) {
            return breaksAfterAbbreviation(stop, next);
        }
        if (",;:-\u2013\u2014\u2015/".indexOf(text.charAt(start)) >= 0) {
            return false;
        }
        boolean question = mark == '?' || mark == '!';
        return !(question && isQuoteMark(next - 1) && speakerFollows(next, to));
    }

    private boolean breaksAfterAbbreviation(int abbreviation, int next) {
        if (next > abbreviation + 1 && isQuoteMark(next - 1)) {
            return true;
        }
        String word = text.substring(starts.get(abbreviation), ends.get(abbreviation) - 1);
        if (Abbreviations.isTitle(word)) {
            return false;
        }
        int codePoint = text.codePointAt(starts.get(next));
        if (codePoint == '\u201C' || codePoint == '"' || codePoint == '\u2018') {
            return true;
        }
        return length(next) <= 12 && STARTERS.contains(text.substring(starts.get(next), ends.get(next)));
    }

    /** Whether "Jane Smith asked" follows: capitals, then a verb of saying. */
    private boolean speakerFollows(int next, int to) {
        int last = Math.min(to, next + LONGEST_SPEAKER + 1);
        for (int token = next; token < last; token++) {
            int start = starts.get(token);
            if (Character.isUpperCase(text.charAt(start))) {
                if (token == next && length(token) <= 12 && STARTERS.contains(text.substring(start, ends.get(token)))) {
                    return false;
                }
                continue;
            }
            return token > next && length(token) <= 12 && REPORTING.contains(text.substring(start, ends.get(token)));
        }
        return false;
    }

    private int length(int token) {
        return ends.get(token) - starts.get(token);
    }

    private boolean isStraightQuote(int token) {
        return length(token) == 1 && text.charAt(starts.get(token)) == '"';
    }

    private boolean isQuoteMark(int token) {
        char c = text.charAt(starts.get(token));
        return c == '"' || c == '\u201D' || c == '\u2019' || c == '\'' || c == '\u00BB';
    }
}

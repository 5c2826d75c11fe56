package org.onrecord.extraction.naming;

import java.util.Arrays;
import java.util.Set;

/**
 * The stretches of capitalised words in a text, each on its own ("Ministry", "Rural Health") and linked by small words
 * into longer ones ("Ministry of Rural Health"), and which of the long ones are spelt by an acronym elsewhere in the
 * text.
 */
final class CapitalRuns {

    private static final int LONGEST = 8;
    private static final Set<Long> LINKS = Hash.ofAll("of | for | the | de | del | la | da | dos | & | and | on");
    private static final Set<Long> SMALL_WORDS = Hash.ofAll("""
            the | a | an | in | on | at | by | for | from | to | of | with | and | but | or | so | as | he | she
            it | they | we | you | i | his | her | its | their | our | this | that | these | those | there | when
            if | while | after | before | since | although | however | meanwhile | what | who | why | how | where
            not | no | mr | mrs | ms | dr""");

    /** First token of the run a token is in, and the token after its last; both the token itself where it is in none. */
    final int[] start;

    final int[] end;

    /** The same for linked runs. */
    final int[] linkedStart;

    final int[] linkedEnd;

    /** Whether an acronym and the run it abbreviates both stand in the text. */
    final boolean[] hasAcronym;

    private final WordViews views;

    CapitalRuns(WordViews views) {
        this.views = views;
        start = new int[views.size];
        end = new int[views.size];
        linkedStart = new int[views.size];
        linkedEnd = new int[views.size];
        hasAcronym = new boolean[views.size];
        for (int sentence = 0; sentence + 1 < views.sentences.length; sentence++) {
            find(views.sentences[sentence], views.sentences[sentence + 1]);
        }
        markAcronyms();
    }

    private boolean isCapital(int token) {
        return views.is(token, WordFlags.CAPITAL)
                && !(views.is(token, WordFlags.SENTENCE_START) && SMALL_WORDS.contains(views.lower[token]));
    }

    private void find(int from, int to) {
        int token = from;
        while (token < to) {
            int stop = token;
            while (stop < to && stop - token < LONGEST && isCapital(stop)) {
                stop++;
            }
            int next = Math.max(stop, token + 1);
            for (int inside = token; inside < next; inside++) {
                start[inside] = token;
                end[inside] = stop;
            }
            token = next;
        }
        link(from, to);
    }

    private void link(int from, int to) {
        int token = from;
        while (token < to) {
            int stop = end[token];
            int limit = Math.min(to, token + LONGEST);
            while (stop > token && stop < limit) {
                int next = stop;
                while (next < limit && next < stop + 2 && LINKS.contains(views.lower[next])) {
                    next++;
                }
                if (next == stop || next >= limit || !isCapital(next)) {
                    break;
                }
                stop = Math.min(end[next], limit);
            }
            int following = Math.max(stop, token + 1);
            for (int inside = token; inside < following; inside++) {
                linkedStart[inside] = token;
                linkedEnd[inside] = stop;
            }
            token = following;
        }
    }

    private void markAcronyms() {
        var acronyms = new LongIntMap();
        for (int token = 0; token < views.size; token++) {
            if (views.is(token, WordFlags.ALL_CAPITALS) && !views.is(token, WordFlags.TITLE_CASE_SENTENCE)) {
                acronyms.put(views.word[token], token + 1);
            }
        }
        var spelt = new LongIntMap();
        int token = 0;
        while (token < views.size) {
            int stop = Math.max(linkedEnd[token], token + 1);
            long initials = initialsOf(token, stop);
            if (initials != 0 && acronyms.get(initials) != 0) {
                spelt.put(initials, 1);
                Arrays.fill(hasAcronym, token, stop, true);
            }
            token = stop;
        }
        for (int each = 0; each < views.size; each++) {
            if (views.is(each, WordFlags.ALL_CAPITALS) && spelt.get(views.word[each]) != 0) {
                hasAcronym[each] = true;
            }
        }
    }

    /** The hash of the acronym a run would have, 0 for runs of one word. */
    private long initialsOf(int from, int to) {
        var initials = new StringBuilder();
        for (int token = from; token < to; token++) {
            if (isCapital(token)) {
                initials.append(views.initial(token));
            }
        }
        return initials.length() < 2 ? 0 : Hash.of(initials);
    }
}

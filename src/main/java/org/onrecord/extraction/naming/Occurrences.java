package org.onrecord.extraction.naming;

/**
 * Where else in its text a word occurs: whether in lower case, and the first few places where it is written with a
 * capital (the idea of "context aggregation" of Chieu and Ng, "Named Entity Recognition with a Maximum Entropy
 * Approach", 2003).
 */
final class Occurrences {

    /** Places kept for each word. */
    static final int KEPT = 4;

    static final int SEEN_LOWER = 1;
    static final int SEEN_CAPITAL_INSIDE = 1 << 1;
    static final int SEEN_ALL_CAPITALS = 1 << 2;

    /** The number of each token's lower-case word, counted from 0 in order of first occurrence. */
    final int[] number;

    private final int[] flags;
    private final int[] counts;
    private final int[] places;

    Occurrences(WordViews views) {
        number = new int[views.size];
        int distinct = number(views);
        flags = new int[distinct];
        counts = new int[distinct];
        places = new int[distinct * KEPT];
        for (int token = 0; token < views.size; token++) {
            see(views, token);
        }
    }

    private int number(WordViews views) {
        var numbers = new LongIntMap();
        int[] ofWord = new int[views.vocabulary.size()];
        int distinct = 0;
        for (int token = 0; token < views.size; token++) {
            int word = views.number[token];
            if (ofWord[word] == 0) {
                int found = numbers.get(views.lower[token]);
                if (found == 0) {
                    found = ++distinct;
                    numbers.put(views.lower[token], found);
                }
                ofWord[word] = found;
            }
            number[token] = ofWord[word] - 1;
        }
        return distinct;
    }

    private void see(WordViews views, int token) {
        int word = number[token];
        boolean titleCase = views.is(token, WordFlags.TITLE_CASE_SENTENCE);
        if (views.is(token, WordFlags.LOWER)) {
            flags[word] |= SEEN_LOWER;
        } else if (views.is(token, WordFlags.CAPITAL) && !titleCase) {
            if (!views.is(token, WordFlags.SENTENCE_START)) {
                flags[word] |= views.is(token, WordFlags.ALL_CAPITALS) ? SEEN_ALL_CAPITALS : SEEN_CAPITAL_INSIDE;
            }
            if (counts[word] < KEPT) {
                places[word * KEPT + counts[word]++] = token;
            }
        }
    }

    /** How many different words the text has. */
    int distinct() {
        return flags.length;
    }

    int flags(int token) {
        return flags[number[token]];
    }

    /** How many places with a capital are known for a token's word, at most {@link #KEPT}. */
    int count(int token) {
        return counts[number[token]];
    }

    int place(int token, int which) {
        return places[number[token] * KEPT + which];
    }
}

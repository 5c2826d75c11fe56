package org.onrecord.extraction.naming;

import java.util.Arrays;

/**
 * Scores the tokens of one text by a model. What depends on one word alone (its affixes, what it tells of its
 * neighbours) is looked up once for each different word of the text and shared by all its places; only what depends on
 * several words is looked up token by token. Not thread-safe.
 */
final class TokenScorer {

    private static final int COUNT = NameLabels.COUNT;

    /** Neighbours this far away tell something. */
    private static final int REACH = 4;

    /** From here on neighbours are only in the bag, all alike. */
    private static final int BAG_ONLY = 3;

    private final NameModel model;
    private final FeatureExtractor extractor;
    private final WordViews views;
    private final Occurrences occurrences;

    /** Sums of weights, a row of {@link #COUNT} for whatever has been looked up; row 0 is no row. */
    private int[] rows;

    private int rowCount = 1;

    /** By word and {@link #variant}: the row of a word as the token itself. */
    private final int[] own;

    /** By distance and word: the row of a word as a neighbour. */
    private final int[][] neighbours = new int[2 * BAG_ONLY + 1][];

    /** By token: the row of it as another place of the same word. */
    private final int[] places;

    /** By lower-case word: the row of all its known places together. */
    private final int[] allPlaces;

    /** What its run tells of the token last scored; those inside one run share it. */
    private final int[] runSums = new int[COUNT];

    private final int[] sums = new int[COUNT];

    TokenScorer(NameModel model, FeatureExtractor extractor) {
        this.model = model;
        this.extractor = extractor;
        views = extractor.views();
        occurrences = extractor.occurrences();
        int words = views.vocabulary.size();
        rows = new int[(words * 6 + 64) * COUNT];
        own = new int[words * 4];
        for (int distance = -BAG_ONLY; distance <= BAG_ONLY; distance++) {
            neighbours[distance + BAG_ONLY] = new int[distance == 0 ? 0 : words];
        }
        places = new int[views.size];
        allPlaces = new int[occurrences.distinct()];
    }

    /** Fills in the scores of tokens that are read together, {@code scores[token * COUNT + label]}. */
    void score(int from, int to, float[] scores) {
        extractor.start(from, to);
        for (int token = from; token < to; token++) {
            Arrays.fill(sums, 0);
            addRow(own(token));
            addNeighbours(token, from, to);
            addRun(token, token > from && extractor.sharesRun(token));
            addElsewhere(token);
            extractor.addTogether(token);
            model.addWeights(extractor.features(), extractor.count(), sums, 0);
            extractor.clear();
            for (int label = 0; label < COUNT; label++) {
                scores[token * COUNT + label] = sums[label] * model.scale();
            }
        }
    }

    private void addNeighbours(int token, int from, int to) {
        int first = Math.max(from - 2, token - REACH);
        int last = Math.min(to + 1, token + REACH);
        for (int other = first; other <= last; other++) {
            int distance = other - token;
            boolean inside = other >= from && other < to;
            if (distance != 0 && (inside || Math.abs(distance) < BAG_ONLY)) {
                addRow(neighbour(extractor.wordAt(other), distance));
            }
        }
    }

    private void addRow(int row) {
        int at = row * COUNT;
        for (int label = 0; label < COUNT; label++) {
            sums[label] += rows[at + label];
        }
    }

    /** A new row of the sums of the features that the extractor has at hand. */
    private int newRow() {
        int at = rowCount * COUNT;
        if (at + COUNT > rows.length) {
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        model.addWeights(extractor.features(), extractor.count(), rows, at);
        extractor.clear();
        return rowCount++;
    }

    /** The flags that do not follow from the word alone. */
    private int variant(int token) {
        return (views.is(token, WordFlags.SENTENCE_START) ? 1 : 0)
                | (views.is(token, WordFlags.TITLE_CASE_SENTENCE) ? 2 : 0);
    }

    private int own(int token) {
        int place = views.number[token] * 4 + variant(token);
        if (own[place] == 0) {
            extractor.addOwn(token);
            own[place] = newRow();
        }
        return own[place];
    }

    private int neighbour(int word, int distance) {
        int[] known = neighbours[Math.max(-BAG_ONLY, Math.min(BAG_ONLY, distance)) + BAG_ONLY];
        if (known[word] == 0) {
            extractor.addNeighbour(word, distance);
            known[word] = newRow();
        }
        return known[word];
    }

    private void addRun(int token, boolean shared) {
        if (!shared) {
            Arrays.fill(runSums, 0);
            extractor.clear();
            extractor.addRun(token);
            model.addWeights(extractor.features(), extractor.count(), runSums, 0);
            extractor.clear();
        }
        for (int label = 0; label < COUNT; label++) {
            sums[label] += runSums[label];
        }
    }

    /** All places of the word but this one. */
    private void addElsewhere(int token) {
        if (!views.is(token, WordFlags.CAPITAL) || occurrences.count(token) == 0) {
            return;
        }
        addRow(allPlaces(token));
        for (int which = 0; which < occurrences.count(token); which++) {
            if (occurrences.place(token, which) == token) {
                int at = place(token) * COUNT;
                for (int label = 0; label < COUNT; label++) {
                    sums[label] -= rows[at + label];
                }
            }
        }
    }

    private int place(int token) {
        if (places[token] == 0) {
            extractor.addElsewhere(token);
            places[token] = newRow();
        }
        return places[token];
    }

    private int allPlaces(int token) {
        int word = occurrences.number[token];
        if (allPlaces[word] == 0) {
            for (int which = 0; which < occurrences.count(token); which++) {
                place(occurrences.place(token, which));
            }
            int all = newRow();
            for (int which = 0; which < occurrences.count(token); which++) {
                int from = places[occurrences.place(token, which)] * COUNT;
                for (int label = 0; label < COUNT; label++) {
                    rows[all * COUNT + label] += rows[from + label];
                }
            }
            allPlaces[word] = all;
        }
        return allPlaces[word];
    }
}

package org.onrecord.extraction.naming;

import java.util.Arrays;
import org.onrecord.text.TokenisedText;

/**
 * What the model is told of each token of a text, as 64-bit hashes: the features of Finkel and others' and of Ratinov
 * and Roth's taggers, with those of the whole text in the manner of Chieu and Ng. Not thread-safe.
 */
final class FeatureExtractor {

    private static final int BAG_BEFORE = 4;
    private static final int BAG_AFTER = 4;
    private static final long BEFORE_START = Hash.of("<start>");
    private static final long AFTER_END = Hash.of("<end>");

    private static final int MARKING_FLAGS = WordViews.CAPITAL
            | WordViews.ALL_CAPITALS
            | WordViews.LOWER
            | WordViews.SENTENCE_START
            | WordViews.TITLE_CASE_SENTENCE;

    private final WordViews views;
    private final Occurrences occurrences;
    private final CapitalRuns runs;

    private long[] features = new long[256];
    private int count;
    private int from;
    private int to;

    FeatureExtractor(TokenisedText text, Gazetteer gazetteer) {
        views = new WordViews(text, gazetteer);
        occurrences = new Occurrences(views);
        runs = new CapitalRuns(views);
    }

    WordViews views() {
        return views;
    }

    Occurrences occurrences() {
        return occurrences;
    }

    /** Works out the features of a token that is read as part of {@code [from, to)}; answers their number. */
    int extract(int token, int from, int to) {
        this.from = from;
        this.to = to;
        count = 0;
        add(0, 0);
        words(token);
        shapes(token);
        affixes(token);
        bag(token);
        runs(token);
        lists(token);
        wholeText(token);
        return count;
    }

    /** The features last extracted; only the first ones, as many as the extraction answered, count. */
    long[] features() {
        return features;
    }

    private void add(int template, long value) {
        if (count == features.length) {
            features = Arrays.copyOf(features, count * 2);
        }
        features[count++] = Hash.mix(value + template * 0x9e3779b97f4a7c15L);
    }

    private void add(int template, long first, long second) {
        add(template, Hash.combine(first, second));
    }

    private long lower(int token) {
        return token < from ? BEFORE_START : token >= to ? AFTER_END : views.lower[token];
    }

    private long shape(int token) {
        return token < from ? BEFORE_START : token >= to ? AFTER_END : views.shape[token];
    }

    private long shortShape(int token) {
        return token < from ? BEFORE_START : token >= to ? AFTER_END : views.shortShape[token];
    }

    private int flags(int token) {
        return token < from || token >= to ? 0 : views.flags[token];
    }

    private int lists(int token, int distance) {
        int other = token + distance;
        return other < from || other >= to ? 0 : views.gazetteer[other];
    }

    private void words(int token) {
        add(1, views.word[token]);
        for (int distance = -2; distance <= 2; distance++) {
            add(4 + distance, lower(token + distance));
        }
        add(7, lower(token - 1), lower(token));
        add(8, lower(token), lower(token + 1));
        add(9, lower(token - 2), lower(token - 1));
        add(10, lower(token + 1), lower(token + 2));
        add(11, lower(token - 1), lower(token + 1));
        if (token > from) {
            add(12, views.word[token - 1]);
        }
        if (token + 1 < to) {
            add(13, views.word[token + 1]);
        }
    }

    private void shapes(int token) {
        int own = views.flags[token] & MARKING_FLAGS;
        add(20, own);
        add(21, own, views.lower[token]);
        for (int distance = -2; distance <= 2; distance++) {
            add(24 + distance, shape(token + distance));
        }
        add(27, shortShape(token - 1), shortShape(token));
        add(28, shortShape(token), shortShape(token + 1));
        add(29, Hash.combine(shortShape(token - 1), shortShape(token)), shortShape(token + 1));
        add(30, Hash.combine(shortShape(token - 2), shortShape(token - 1)), shortShape(token));
        add(31, Hash.combine(shortShape(token), shortShape(token + 1)), shortShape(token + 2));
        add(32, own, lower(token - 1));
        add(33, own, lower(token + 1));
        add(34, own, Hash.combine(lower(token - 1), lower(token + 1)));
    }

    private void affixes(int token) {
        for (int length = 1; length <= 5; length++) {
            if (views.prefix(token, length) != 0) {
                add(40 + length, views.prefix(token, length));
                add(50 + length, views.suffix(token, length));
            }
        }
        int own = views.flags[token] & MARKING_FLAGS;
        add(56, own, views.suffix(token, 3));
        if (token > from) {
            add(57, views.suffix(token - 1, 3));
        }
        if (token + 1 < to) {
            add(58, views.suffix(token + 1, 3));
        }
    }

    private void bag(int token) {
        for (int distance = 1; distance <= BAG_BEFORE && token - distance >= from; distance++) {
            add(80, views.lower[token - distance]);
        }
        for (int distance = 1; distance <= BAG_AFTER && token + distance < to; distance++) {
            add(81, views.lower[token + distance]);
        }
    }

    /** The first and last words of the capitalised stretch tell most about organisations: "Ministry of …", "… Corp". */
    private void runs(int token) {
        int start = runs.start[token];
        int end = runs.end[token];
        if (end > start) {
            int place = token == start ? 0 : token == end - 1 ? 2 : 1;
            add(90, Math.min(end - start, 5), place);
            add(91, views.lower[start], place);
            add(92, views.lower[end - 1], place);
            add(94, lower(start - 1), place);
            add(95, lower(end), place);
            add(96, Hash.combine(lower(start - 1), lower(end)), Math.min(end - start, 3));
        }
        int linkedStart = runs.linkedStart[token];
        int linkedEnd = runs.linkedEnd[token];
        if (linkedEnd > linkedStart && (linkedStart != start || linkedEnd != end)) {
            int place = token < runs.end[linkedStart] ? 0 : end > start ? 2 : 1;
            add(97, views.lower[linkedStart], place);
            add(98, views.lower[runs.end[linkedStart] - 1], place);
            add(99, views.lower[linkedEnd - 1], place);
            add(100, lower(linkedStart - 1), place);
            add(101, Hash.combine(views.lower[runs.end[linkedStart] - 1], place), lower(runs.end[linkedStart]));
        }
        if (runs.hasAcronym[token]) {
            add(102, views.flags[token] & WordViews.ALL_CAPITALS);
        }
    }

    private void lists(int token) {
        int own = views.gazetteer[token];
        for (int distance = -2; distance <= 2; distance++) {
            int kinds = lists(token, distance);
            for (int kind = kinds; kind != 0; kind &= kind - 1) {
                add(110 + distance + 2, Integer.lowestOneBit(kind), flags(token + distance) & MARKING_FLAGS);
            }
        }
        if (own != 0 || lists(token, -1) != 0) {
            add(115, own, lists(token, -1));
        }
        if (own != 0 || lists(token, 1) != 0) {
            add(116, own, lists(token, 1));
        }
    }

    private void wholeText(int token) {
        if (!views.is(token, WordViews.CAPITAL)) {
            return;
        }
        int seen = occurrences.flags(token);
        int own = views.flags[token] & MARKING_FLAGS;
        add(120, seen, own);
        for (int which = 0; which < occurrences.count(token); which++) {
            int place = occurrences.place(token, which);
            if (place != token) {
                elsewhere(place);
            }
        }
    }

    private void elsewhere(int place) {
        int start = runs.start[place];
        int end = runs.end[place];
        if (place > 0) {
            add(121, views.lower[place - 1]);
            add(122, views.gazetteer[place - 1], views.flags[place - 1] & MARKING_FLAGS);
        }
        if (place + 1 < views.size) {
            add(123, views.lower[place + 1]);
            add(124, views.gazetteer[place + 1], views.flags[place + 1] & MARKING_FLAGS);
        }
        if (end - start > 1) {
            add(125, place - start, Math.min(end - start, 4));
            add(126, views.lower[end - 1], end - 1 - place);
        }
    }
}

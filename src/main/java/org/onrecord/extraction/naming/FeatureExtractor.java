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
    private static final int MARKING_FLAGS = WordFlags.CAPITAL
            | WordFlags.ALL_CAPITALS
            | WordFlags.LOWER
            | WordFlags.SENTENCE_START
            | WordFlags.TITLE_CASE_SENTENCE;

    private final WordViews views;
    private final Vocabulary vocabulary;
    private final Occurrences occurrences;
    private final CapitalRuns runs;

    private long[] features = new long[256];
    private int count;
    private int from;
    private int to;

    FeatureExtractor(TokenisedText text, Gazetteer gazetteer) {
        views = new WordViews(text);
        gazetteer.mark(views);
        vocabulary = views.vocabulary;
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
        start(from, to);
        words(token);
        shapes(token);
        affixes(token);
        bag(token);
        addRun(token);
        lists(token);
        wholeText(token);
        return count;
    }

    /** Starts afresh, for a token that is read as part of {@code [from, to)}. */
    void start(int from, int to) {
        this.from = from;
        this.to = to;
        count = 0;
    }

    /** Forgets the features at hand. */
    void clear() {
        count = 0;
    }

    /** How many features there are since the start. */
    int count() {
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

    /** The word's number in the vocabulary, or what stands for the words outside. */
    int wordAt(int token) {
        return token < from ? Vocabulary.BEFORE_START : token >= to ? Vocabulary.AFTER_END : views.number[token];
    }

    private long lower(int token) {
        return vocabulary.lower(wordAt(token));
    }

    private long shortShape(int token) {
        return vocabulary.shortShape(wordAt(token));
    }

    private int marks(int token) {
        return views.flags[token] & MARKING_FLAGS;
    }

    private int flags(int token) {
        return token < from || token >= to ? 0 : views.flags[token];
    }

    private int lists(int token, int distance) {
        int other = token + distance;
        return other < from || other >= to ? 0 : views.gazetteer[other];
    }

    private void words(int token) {
        add(0, 0);
        add(1, views.word[token]);
        for (int distance = -2; distance <= 2; distance++) {
            add(4 + distance, lower(token + distance));
        }
        pairs(token);
        if (token > from) {
            add(12, views.word[token - 1]);
        }
        if (token + 1 < to) {
            add(13, views.word[token + 1]);
        }
    }

    private void pairs(int token) {
        long second = lower(token - 1);
        long own = lower(token);
        long next = lower(token + 1);
        add(7, second, own);
        add(8, own, next);
        add(9, lower(token - 2), second);
        add(10, next, lower(token + 2));
        add(11, second, next);
    }

    private void shapes(int token) {
        marked(token);
        for (int distance = -2; distance <= 2; distance++) {
            add(24 + distance, vocabulary.shape(wordAt(token + distance)));
        }
        shapesInRow(token);
        markedPairs(token);
    }

    private void marked(int token) {
        add(20, marks(token));
        add(21, marks(token), views.lower[token]);
    }

    private void shapesInRow(int token) {
        long before = shortShape(token - 1);
        long own = shortShape(token);
        long after = shortShape(token + 1);
        add(27, before, own);
        add(28, own, after);
        add(29, Hash.combine(before, own), after);
        add(30, Hash.combine(shortShape(token - 2), before), own);
        add(31, Hash.combine(own, after), shortShape(token + 2));
    }

    private void markedPairs(int token) {
        int own = marks(token);
        long before = lower(token - 1);
        long after = lower(token + 1);
        add(32, own, before);
        add(33, own, after);
        add(34, own, Hash.combine(before, after));
    }

    private void affixes(int token) {
        affixesOf(views.number[token]);
        markedSuffix(token);
        if (token > from) {
            add(57, vocabulary.suffix(views.number[token - 1], 3));
        }
        if (token + 1 < to) {
            add(58, vocabulary.suffix(views.number[token + 1], 3));
        }
    }

    private void affixesOf(int word) {
        for (int length = 1; length <= 5; length++) {
            if (vocabulary.prefix(word, length) != 0) {
                add(40 + length, vocabulary.prefix(word, length));
                add(50 + length, vocabulary.suffix(word, length));
            }
        }
    }

    private void markedSuffix(int token) {
        add(56, marks(token), vocabulary.suffix(views.number[token], 3));
    }

    private void bag(int token) {
        for (int distance = 1; distance <= BAG_BEFORE && token - distance >= from; distance++) {
            inBag(true, views.number[token - distance]);
        }
        for (int distance = 1; distance <= BAG_AFTER && token + distance < to; distance++) {
            inBag(false, views.number[token + distance]);
        }
    }

    private void inBag(boolean before, int word) {
        add(before ? 80 : 81, vocabulary.lower(word));
    }

    /** Adds what depends on a token's own word alone, and on {@link #marks}. */
    void addOwn(int token) {
        int word = views.number[token];
        add(0, 0);
        add(1, views.word[token]);
        add(4, views.lower[token]);
        marked(token);
        add(24, vocabulary.shape(word));
        affixesOf(word);
        markedSuffix(token);
    }

    /** Adds what depends alone on the word that stands at a distance of -4 to -1 or 1 to 4 from the token. */
    void addNeighbour(int word, int distance) {
        boolean real = word >= Vocabulary.FIRST_WORD;
        if (Math.abs(distance) <= 2) {
            add(4 + distance, vocabulary.lower(word));
            add(24 + distance, vocabulary.shape(word));
        }
        if (real && Math.abs(distance) == 1) {
            add(distance < 0 ? 12 : 13, vocabulary.word(word));
            add(distance < 0 ? 57 : 58, vocabulary.suffix(word, 3));
        }
        if (real) {
            inBag(distance < 0, word);
        }
    }

    /** Adds what depends on several words, on the lists and on the token's place in its text. */
    void addTogether(int token) {
        pairs(token);
        shapesInRow(token);
        markedPairs(token);
        lists(token);
        if (views.is(token, WordFlags.CAPITAL)) {
            add(120, occurrences.flags(token), marks(token));
        }
    }

    /** Whether the capitalised stretch tells the same of a token as of the one before, both being inside of it. */
    boolean sharesRun(int token) {
        return runs.start[token] < token - 1
                && token + 1 < runs.end[token]
                && runs.start[token - 1] == runs.start[token]
                && runs.linkedStart[token - 1] == runs.linkedStart[token]
                && runs.linkedEnd[token - 1] == runs.linkedEnd[token]
                && !runs.hasAcronym[token - 1]
                && !runs.hasAcronym[token];
    }

    /** The first and last words of the capitalised stretch tell most about organisations: "Ministry of …", "… Corp". */
    void addRun(int token) {
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
            add(102, views.flags[token] & WordFlags.ALL_CAPITALS);
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
        if (views.wholePhrases[token] != 0) {
            add(117, views.wholePhrases[token], marks(token));
            for (int kind = views.wholePhrases[token]; kind != 0; kind &= kind - 1) {
                add(118, Integer.lowestOneBit(kind), lower(runs.start[token] - 1));
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
        if (!views.is(token, WordFlags.CAPITAL)) {
            return;
        }
        add(120, occurrences.flags(token), marks(token));
        for (int which = 0; which < occurrences.count(token); which++) {
            int place = occurrences.place(token, which);
            if (place != token) {
                addElsewhere(place);
            }
        }
    }

    /** Adds what another place of the same word tells. */
    void addElsewhere(int place) {
        int start = runs.start[place];
        int end = runs.end[place];
        if (place > 0) {
            add(121, views.lower[place - 1]);
            add(122, views.gazetteer[place - 1], marks(place - 1));
        }
        if (place + 1 < views.size) {
            add(123, views.lower[place + 1]);
            add(124, views.gazetteer[place + 1], marks(place + 1));
        }
        if (end - start > 1) {
            add(125, place - start, Math.min(end - start, 4));
            add(126, views.lower[end - 1], end - 1 - place);
        }
    }
}

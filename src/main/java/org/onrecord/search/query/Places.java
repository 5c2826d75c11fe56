package org.onrecord.search.query;

import java.util.Map;

/**
 * Fields of an index that are searched together, with the weight of each.
 *
 * @param words for single words, in all their spellings
 * @param phrases for words in their order and for the starts of words. A field for each place answers these sooner: once
 *     there are enough results with a phrase in the headline, the texts need no longer be read for it.
 */
record Places(Map<String, Float> words, Map<String, Float> phrases) {

    Places {
        words = Map.copyOf(words);
        phrases = Map.copyOf(phrases);
    }

    /** The same for everything. */
    static Places of(Map<String, Float> weights) {
        return new Places(weights, weights);
    }
}

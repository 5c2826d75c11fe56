package org.onrecord.search;

import java.util.Map;

/**
 * Fields of an index that are searched together, with the weight of each.
 *
 * @param words for words, phrases and words spelled nearly so, which are ranked by how often and among how many words
 *     they stand
 * @param starts for the starts of words, which are ranked by the field alone
 */
record Places(Map<String, Float> words, Map<String, Float> starts) {

    Places {
        words = Map.copyOf(words);
        starts = Map.copyOf(starts);
    }

    /** The same for everything. */
    static Places of(Map<String, Float> weights) {
        return new Places(weights, weights);
    }
}

package org.onrecord.extraction.naming;

/**
 * Classes of words that are used alike, each a path of up to 16 bits in a binary tree of classes (Brown et al.,
 * "Class-Based n-gram Models of Natural Language", 1992); prefixes of the path are coarser classes. Maps the hash of a
 * word, or failing that of its lower case, to the path, with a 1 put before it so that its length shows.
 */
final class WordClusters {

    static final WordClusters NONE = new WordClusters(new long[0], new int[0]);

    final long[] words;
    final int[] paths;
    private final HashIndex index;

    WordClusters(long[] words, int[] paths) {
        this.words = words;
        this.paths = paths;
        this.index = new HashIndex(words);
    }

    /** The path behind a leading 1; 0 for a word that is in no class. */
    int clusterOf(long word, long lower) {
        int found = index.find(word);
        if (found < 0) {
            found = index.find(lower);
        }
        return found < 0 ? 0 : paths[found];
    }

    /** The first bits of a path, still behind a leading 1; the path itself where it is no longer. */
    static int prefix(int path, int bits) {
        int length = 31 - Integer.numberOfLeadingZeros(path);
        return length <= bits ? path : path >>> (length - bits);
    }
}

package org.onrecord.search.measure;

import java.util.Arrays;
import java.util.Random;

/**
 * Words made of syllables, drawn as often as words of a language are: the second half as often as the first, the third a
 * third as often (Zipf, Human Behavior and the Principle of Least Effort, 1949). Seeded, so the same everywhere.
 */
public final class GeneratedText {

    private static final String[] STARTS = {
        "b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "r", "s", "st",
        "t", "tr", "v", "w"
    };
    private static final String[] MIDDLES = {"a", "e", "i", "o", "u", "ea", "ou", "ai", "oo"};
    private static final String[] ENDS = {"", "l", "n", "r", "s", "t", "nd", "rk", "m", "st"};

    private final Random random;
    private final String[] words;
    private final double[] upTo;

    /**
     * @param words how many different words there are
     */
    public GeneratedText(long seed, int words) {
        this.random = new Random(seed);
        this.words = new String[words];
        this.upTo = new double[words];
        var spelling = new Random(42);
        double sum = 0;
        for (int rank = 0; rank < words; rank++) {
            this.words[rank] = spelled(spelling, rank);
            sum += 1.0 / (rank + 1);
            upTo[rank] = sum;
        }
    }

    private static String spelled(Random random, int rank) {
        var word = new StringBuilder();
        for (int syllables = rank < 50 ? 1 : 2 + random.nextInt(2); syllables > 0; syllables--) {
            word.append(STARTS[random.nextInt(STARTS.length)])
                    .append(MIDDLES[random.nextInt(MIDDLES.length)])
                    .append(ENDS[random.nextInt(ENDS.length)]);
        }
        return word.toString();
    }

    /** The word of a rank: 0 is the most common. */
    public String word(int rank) {
        return words[rank];
    }

    /** A rank, drawn as often as its word occurs. */
    public int rank() {
        double drawn = random.nextDouble() * upTo[upTo.length - 1];
        int found = Arrays.binarySearch(upTo, drawn);
        return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
    }

    /** So many words, in sentences of about fifteen. */
    public String prose(int count) {
        var prose = new StringBuilder(count * 7);
        for (int i = 0; i < count; i++) {
            String word = words[rank()];
            boolean first = i % 15 == 0;
            prose.append(first && i > 0 ? ". " : i == 0 ? "" : " ");
            prose.append(first ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
        }
        return prose.append('.').toString();
    }
}

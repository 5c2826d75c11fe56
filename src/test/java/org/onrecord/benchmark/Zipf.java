package org.onrecord.benchmark;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Ranks drawn as often as words of a language occur: the second half as often as the first, the third a third as often
 * (Zipf, Human Behavior and the Principle of Least Effort, 1949). Thread-safe.
 */
final class Zipf {

    private final double[] upTo;

    /** @param ranks how many there are */
    Zipf(int ranks) {
        upTo = new double[ranks];
        double sum = 0;
        for (int rank = 0; rank < ranks; rank++) {
            sum += 1.0 / (rank + 1);
            upTo[rank] = sum;
        }
    }

    /** A rank; 0 is the most frequent. */
    int draw(RandomGenerator random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
    }
}

package org.onrecord.quote;

/**
 * Finds where words stand in a text without reading the text from end to end: it knows the positions of every stretch of
 * 1, 2, 4 and 8 characters, and looks only where the words' rarest stretch stands. Each length is indexed when it is
 * first asked for. Positions are UTF-16 indices. Not thread-safe.
 */
final class GramIndex {

    private static final int LONGEST = 8;

    private final String text;

    /** By the binary logarithm of their length. */
    private final Grams[] byLength = new Grams[Integer.numberOfTrailingZeros(LONGEST) + 1];

    GramIndex(String text) {
        this.text = text;
    }

    /** The first place of the words from {@code earliest} to {@code latest}, or -1. */
    int first(String words, int earliest, int latest) {
        if (words.isEmpty() || earliest > latest) {
            return -1;
        }
        Grams grams = grams(words);
        int rarest = grams.rarest(words);
        int bucket = grams.bucket(words, rarest);
        for (int i = grams.firstFrom(bucket, earliest + rarest); i < grams.end(bucket); i++) {
            int place = grams.positions[i] - rarest;
            if (place > latest) {
                return -1;
            }
            if (text.startsWith(words, place)) {
                return place;
            }
        }
        return -1;
    }

    /** The last place of the words from {@code earliest} to {@code latest}, or -1. */
    int last(String words, int earliest, int latest) {
        if (words.isEmpty() || earliest > latest) {
            return -1;
        }
        Grams grams = grams(words);
        int rarest = grams.rarest(words);
        int bucket = grams.bucket(words, rarest);
        for (int i = grams.firstFrom(bucket, latest + rarest + 1) - 1; i >= grams.start(bucket); i--) {
            int place = grams.positions[i] - rarest;
            if (place < earliest) {
                return -1;
            }
            if (text.startsWith(words, place)) {
                return place;
            }
        }
        return -1;
    }

    private Grams grams(String words) {
        int length = Integer.highestOneBit(Math.min(words.length(), LONGEST));
        int which = Integer.numberOfTrailingZeros(length);
        if (byLength[which] == null) {
            byLength[which] = new Grams(text, length);
        }
        return byLength[which];
    }

    /** All stretches of one length, in buckets by a hash of their characters, each in text order. */
    private static final class Grams {

        private final int length;
        private final int mask;

        /** Where each bucket starts in the positions; one more says where the last ends. */
        private final int[] starts;

        private final int[] positions;

        Grams(String text, int length) {
            this.length = length;
            int count = Math.max(0, text.length() - length + 1);
            mask = Integer.highestOneBit(Math.max(1, Math.min(count, 1 << 16))) - 1;
            starts = new int[mask + 2];
            for (int i = 0; i < count; i++) {
                starts[bucket(text, i) + 1]++;
            }
            for (int bucket = 0; bucket <= mask; bucket++) {
                starts[bucket + 1] += starts[bucket];
            }
            positions = new int[count];
            int[] next = starts.clone();
            for (int i = 0; i < count; i++) {
                positions[next[bucket(text, i)]++] = i;
            }
        }

        int bucket(String text, int at) {
            int hash = 0;
            for (int i = at; i < at + length; i++) {
                hash = 31 * hash + text.charAt(i);
            }
            hash *= 0x9E3779B9; // spreads the characters over the upper bits (Fibonacci hashing)
            return hash >>> 16 & mask;
        }

        int start(int bucket) {
            return starts[bucket];
        }

        int end(int bucket) {
            return starts[bucket + 1];
        }

        /** Which of the words' own stretches stands least often in the text. */
        int rarest(String words) {
            int rarest = 0;
            int fewest = Integer.MAX_VALUE;
            for (int i = 0; i + length <= words.length(); i++) {
                int bucket = bucket(words, i);
                int count = end(bucket) - start(bucket);
                if (count < fewest) {
                    rarest = i;
                    fewest = count;
                }
            }
            return rarest;
        }

        /** Where in the positions the first of a bucket stands that is not before a position. */
        int firstFrom(int bucket, int position) {
            int low = start(bucket);
            int high = end(bucket);
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (positions[middle] < position) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}

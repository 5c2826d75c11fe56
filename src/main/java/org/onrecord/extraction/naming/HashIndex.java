package org.onrecord.extraction.naming;

/**
 * Finds a 64-bit hash's place in an array of different hashes, by open addressing. A slot holds the place and some bits
 * of the hash, so that most hashes that are not there are told by one look at memory. Immutable, thread-safe.
 */
final class HashIndex {

    private static final int PLACE_BITS = 20;
    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;

    private final long[] keys;
    private final int[] slots;
    private final int mask;

    HashIndex(long[] keys) {
        if (keys.length >= PLACE_MASK) {
            throw new IllegalArgumentException("too many hashes: " + keys.length);
        }
        this.keys = keys;
        int capacity = Integer.highestOneBit(Math.max(4, keys.length)) * 4;
        slots = new int[capacity];
        mask = capacity - 1;
        for (int place = 0; place < keys.length; place++) {
            int slot = (int) keys[place] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = print(keys[place]) | (place + 1);
        }
    }

    /** The place of a hash, or -1. */
    int find(long key) {
        int slot = (int) key & mask;
        int print = print(key);
        while (true) {
            int found = slots[slot];
            if (found == 0) {
                return -1;
            }
            int place = (found & PLACE_MASK) - 1;
            if ((found & ~PLACE_MASK) == print && keys[place] == key) {
                return place;
            }
            slot = (slot + 1) & mask;
        }
    }

    private static int print(long key) {
        return (int) (key >>> 32) & ~PLACE_MASK;
    }
}

package org.onrecord.extraction.naming;

/** Finds a 64-bit hash's place in an array of different hashes, by open addressing. Immutable, thread-safe. */
final class HashIndex {

    private final long[] keys;
    private final int[] slots;
    private final int mask;

    HashIndex(long[] keys) {
        this.keys = keys;
        int capacity = Integer.highestOneBit(Math.max(4, keys.length)) * 4;
        slots = new int[capacity];
        mask = capacity - 1;
        for (int place = 0; place < keys.length; place++) {
            int slot = (int) keys[place] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = place + 1;
        }
    }

    /** The place of a hash, or -1. */
    int find(long key) {
        int slot = (int) key & mask;
        while (true) {
            int place = slots[slot] - 1;
            if (place < 0 || keys[place] == key) {
                return place;
            }
            slot = (slot + 1) & mask;
        }
    }
}

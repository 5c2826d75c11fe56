package org.onrecord.text;

import java.util.Arrays;

/** A growing list of ints, without a box around each. */
final class IntList {

    private int[] values;
    private int size;

    IntList(int expectedSize) {
        values = new int[Math.max(8, expectedSize)];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}

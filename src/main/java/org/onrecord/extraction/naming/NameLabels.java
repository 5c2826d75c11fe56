package org.onrecord.extraction.naming;

/**
 * The labels a token can have: outside any name, or beginning, inside, last or unit of a name of one of four types
 * (BILOU; Ratinov and Roth, "Design Challenges and Misconceptions in Named Entity Recognition", 2009).
 */
final class NameLabels {

    static final int PERSON = 0;
    static final int ORGANISATION = 1;
    static final int PLACE = 2;
    static final int OTHER = 3;
    static final int TYPES = 4;

    /** Types that rules tell apart from {@link #OTHER}; the model knows nothing of them. */
    static final int EVENT = 4;

    static final int WORK = 5;

    static final int OUTSIDE = 0;
    static final int BEGIN = 0;
    static final int INSIDE = 1;
    static final int LAST = 2;
    static final int UNIT = 3;
    static final int POSITIONS = 4;
    static final int COUNT = 1 + POSITIONS * TYPES;

    private static final boolean[] FOLLOWS = allowed();

    private NameLabels() {}

    static int label(int type, int position) {
        return 1 + 4 * type + position;
    }

    static int type(int label) {
        return (label - 1) >> 2;
    }

    static int position(int label) {
        return (label - 1) & 3;
    }

    /** Whether a label may open a sentence. */
    static boolean opens(int label) {
        return label == OUTSIDE || position(label) == BEGIN || position(label) == UNIT;
    }

    /** Whether a label may close a sentence. */
    static boolean closes(int label) {
        return label == OUTSIDE || position(label) == LAST || position(label) == UNIT;
    }

    static boolean follows(int before, int after) {
        return FOLLOWS[before * COUNT + after];
    }

    private static boolean[] allowed() {
        boolean[] allowed = new boolean[COUNT * COUNT];
        for (int before = 0; before < COUNT; before++) {
            for (int after = 0; after < COUNT; after++) {
                allowed[before * COUNT + after] =
                        closes(before) ? opens(after) : !opens(after) && type(before) == type(after);
            }
        }
        return allowed;
    }
}

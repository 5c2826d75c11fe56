package org.onrecord.extraction.naming;

/**
 * Draws all places of a capitalised word in one text towards the same reading: what the model believes of the others
 * counts as evidence for each. A cheap stand-in for long-distance links between labels (Sutton and McCallum,
 * "Collective Segmentation and Labeling of Distant Entities in Information Extraction", 2004).
 */
final class Agreement {

    private static final int KINDS = NameLabels.TYPES + 1;

    /** How much the others' reading counts beside the token's own. */
    private static final double WEIGHT = 1.1;

    /** Belief left to every reading, however the others are read. */
    private static final double DOUBT = 0.1;

    private final WordViews views;
    private final Occurrences occurrences;
    private final float[] beliefs;
    private final float[] sums;
    private final int[] counts;

    Agreement(WordViews views, Occurrences occurrences) {
        this.views = views;
        this.occurrences = occurrences;
        beliefs = new float[views.size * KINDS];
        sums = new float[occurrences.distinct() * KINDS];
        counts = new int[occurrences.distinct()];
        for (int token = 0; token < views.size; token++) {
            counts[occurrences.number[token]] += takesPart(token) ? 1 : 0;
        }
    }

    private boolean takesPart(int token) {
        return views.is(token, WordFlags.CAPITAL) && !views.is(token, WordFlags.TITLE_CASE_SENTENCE);
    }

    private boolean hasOthers(int token) {
        return takesPart(token) && counts[occurrences.number[token]] > 1;
    }

    /** Whether any token is to agree with another one; what a stretch without one believes is of no use. */
    boolean concerns(int from, int to) {
        for (int token = from; token < to; token++) {
            if (hasOthers(token)) {
                return true;
            }
        }
        return false;
    }

    /** Takes note of what a weighed lattice that starts at {@code from} believes. */
    void listen(LabelLattice lattice, int from, int to) {
        for (int token = from; token < to; token++) {
            if (hasOthers(token)) {
                lattice.addTypeProbabilities(token - from, beliefs, token * KINDS);
                int word = occurrences.number[token];
                for (int kind = 0; kind < KINDS; kind++) {
                    sums[word * KINDS + kind] += beliefs[token * KINDS + kind];
                }
            }
        }
    }

    /** Adds the evidence from the other places to a stretch's scores. */
    void advise(double[] scores, int from, int to) {
        double[] bonus = new double[KINDS];
        for (int token = from; token < to; token++) {
            if (!hasOthers(token)) {
                continue;
            }
            int word = occurrences.number[token];
            int others = counts[word] - 1;
            for (int kind = 0; kind < KINDS; kind++) {
                double share = (sums[word * KINDS + kind] - beliefs[token * KINDS + kind]) / others;
                bonus[kind] = WEIGHT * Math.log(Math.max(0, share) + DOUBT);
            }
            int at = (token - from) * NameLabels.COUNT;
            scores[at + NameLabels.OUTSIDE] += bonus[NameLabels.TYPES];
            for (int label = 1; label < NameLabels.COUNT; label++) {
                scores[at + label] += bonus[NameLabels.type(label)];
            }
        }
    }
}

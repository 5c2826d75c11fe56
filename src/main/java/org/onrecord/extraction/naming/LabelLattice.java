package org.onrecord.extraction.naming;

/**
 * All ways of labelling one stretch of tokens, weighed by a model: the most probable one (Viterbi) and the probability
 * of any part of it (forward-backward, scaled). Not thread-safe.
 */
final class LabelLattice {

    private static final int COUNT = NameLabels.COUNT;
    private static final double IMPOSSIBLE = Double.NEGATIVE_INFINITY;

    private final float[] transitions;
    private final double[] transitionFactors = new double[COUNT * COUNT];

    /** Transitions and their factors the other way round, {@code [after * COUNT + before]}. */
    private final float[] into = new float[COUNT * COUNT];

    private final double[] intoFactors = new double[COUNT * COUNT];

    private int length;
    private double[] scores = new double[0];
    private double[] factors = new double[0];
    private double[] forward = new double[0];
    private double[] backward = new double[0];
    private double[] norms = new double[0];
    private final double[] ahead = new double[COUNT];
    private double[] best = new double[0];
    private byte[] back = new byte[0];

    /**
     * @param transitions scores of one label after another, {@code [before * COUNT + after]}; may change later, see
     *     {@link #refresh}
     */
    LabelLattice(float[] transitions) {
        this.transitions = transitions;
        refresh();
    }

    /** Takes note of changed transitions. */
    void refresh() {
        for (int before = 0; before < COUNT; before++) {
            for (int after = 0; after < COUNT; after++) {
                int each = before * COUNT + after;
                transitionFactors[each] = NameLabels.follows(before, after) ? Math.exp(transitions[each]) : 0;
                into[after * COUNT + before] = transitions[each];
                intoFactors[after * COUNT + before] = transitionFactors[each];
            }
        }
    }

    /** Starts a stretch of so many tokens; their scores are to be filled in next. */
    double[] start(int tokens) {
        length = tokens;
        if (scores.length < tokens * COUNT) {
            scores = new double[tokens * COUNT];
            factors = new double[tokens * COUNT];
            forward = new double[tokens * COUNT];
            backward = new double[tokens * COUNT];
            norms = new double[tokens];
            best = new double[tokens * COUNT];
            back = new byte[tokens * COUNT];
        }
        return scores;
    }

    /** The most probable labels. */
    int[] best() {
        for (int label = 0; label < COUNT; label++) {
            best[label] = NameLabels.opens(label) ? scores[label] : IMPOSSIBLE;
        }
        for (int token = 1; token < length; token++) {
            step(token);
        }
        int last = NameLabels.OUTSIDE;
        for (int label = 0; label < COUNT; label++) {
            int at = (length - 1) * COUNT;
            if (NameLabels.closes(label) && best[at + label] > best[at + last]) {
                last = label;
            }
        }
        int[] labels = new int[length];
        for (int token = length - 1; token >= 0; token--) {
            labels[token] = last;
            last = back[token * COUNT + last];
        }
        return labels;
    }

    private void step(int token) {
        int at = token * COUNT;
        for (int after = 0; after < COUNT; after++) {
            int from = NameLabels.opens(after) ? bestEnd(at - COUNT, after * COUNT) : bestInside(at - COUNT, after);
            best[at + after] = best[at - COUNT + from] + into[after * COUNT + from] + scores[at + after];
            back[at + after] = (byte) from;
        }
    }

    /** The best label before one that opens a name or is outside: any that closes one, or outside. */
    private int bestEnd(int at, int row) {
        int from = NameLabels.OUTSIDE;
        double highest = best[at] + into[row];
        for (int last = NameLabels.label(0, NameLabels.LAST); last < COUNT; last += NameLabels.POSITIONS) {
            for (int before = last; before <= last + 1; before++) {
                double score = best[at + before] + into[row + before];
                if (score > highest) {
                    highest = score;
                    from = before;
                }
            }
        }
        return from;
    }

    /** The best label before one inside or at the end of a name: the name's beginning or inside. */
    private int bestInside(int at, int after) {
        int begin = NameLabels.label(NameLabels.type(after), NameLabels.BEGIN);
        int row = after * COUNT;
        return best[at + begin + 1] + into[row + begin + 1] > best[at + begin] + into[row + begin] ? begin + 1 : begin;
    }

    /** Prepares {@link #probability}. */
    void weigh() {
        for (int token = 0; token < length; token++) {
            double highest = IMPOSSIBLE;
            for (int label = 0; label < COUNT; label++) {
                highest = Math.max(highest, scores[token * COUNT + label]);
            }
            for (int label = 0; label < COUNT; label++) {
                factors[token * COUNT + label] = Math.exp(scores[token * COUNT + label] - highest);
            }
        }
        forward();
        backward();
    }

    private void forward() {
        for (int token = 0; token < length; token++) {
            int at = token * COUNT;
            double sum = 0;
            for (int after = 0; after < COUNT; after++) {
                double reach = NameLabels.opens(after) ? 1 : 0;
                if (token > 0) {
                    reach = reach(at - COUNT, after);
                }
                forward[at + after] = reach * factors[at + after];
                sum += forward[at + after];
            }
            norms[token] = sum;
            for (int label = 0; label < COUNT; label++) {
                forward[at + label] /= sum;
            }
        }
    }

    private double reach(int at, int after) {
        int row = after * COUNT;
        if (!NameLabels.opens(after)) {
            int begin = NameLabels.label(NameLabels.type(after), NameLabels.BEGIN);
            return forward[at + begin] * intoFactors[row + begin]
                    + forward[at + begin + 1] * intoFactors[row + begin + 1];
        }
        double sum = forward[at] * intoFactors[row];
        for (int last = NameLabels.label(0, NameLabels.LAST); last < COUNT; last += NameLabels.POSITIONS) {
            sum += forward[at + last] * intoFactors[row + last];
            sum += forward[at + last + 1] * intoFactors[row + last + 1];
        }
        return sum;
    }

    private void backward() {
        int last = (length - 1) * COUNT;
        double reachable = 0;
        for (int label = 0; label < COUNT; label++) {
            backward[last + label] = NameLabels.closes(label) ? 1 : 0;
            reachable += forward[last + label] * backward[last + label];
        }
        for (int label = 0; label < COUNT; label++) {
            backward[last + label] /= reachable;
        }
        for (int token = length - 2; token >= 0; token--) {
            int at = token * COUNT;
            for (int label = 0; label < COUNT; label++) {
                ahead[label] = factors[at + COUNT + label] * backward[at + COUNT + label];
            }
            for (int before = 0; before < COUNT; before++) {
                backward[at + before] = ahead(before) / norms[token + 1];
            }
        }
    }

    private double ahead(int before) {
        int row = before * COUNT;
        if (!NameLabels.closes(before)) {
            int inside = NameLabels.label(NameLabels.type(before), NameLabels.INSIDE);
            return transitionFactors[row + inside] * ahead[inside]
                    + transitionFactors[row + inside + 1] * ahead[inside + 1];
        }
        double sum = transitionFactors[row] * ahead[0];
        for (int begin = NameLabels.label(0, NameLabels.BEGIN); begin < COUNT; begin += NameLabels.POSITIONS) {
            sum += transitionFactors[row + begin] * ahead[begin];
            sum += transitionFactors[row + begin + 3] * ahead[begin + 3];
        }
        return sum;
    }

    /** Adds up the probabilities of a token's labels by type, the last being "no name". */
    void addTypeProbabilities(int token, float[] sums, int at) {
        sums[at + NameLabels.TYPES] += (float) probability(token, NameLabels.OUTSIDE);
        for (int label = 1; label < COUNT; label++) {
            sums[at + NameLabels.type(label)] += (float) probability(token, label);
        }
    }

    /** The probability that a token has a label. */
    double probability(int token, int label) {
        return forward[token * COUNT + label] * backward[token * COUNT + label];
    }

    /** The probability that the tokens {@code [from, to)} have exactly these labels. */
    double probability(int[] labels, int from, int to) {
        double probability = forward[from * COUNT + labels[from]];
        for (int token = from + 1; token < to; token++) {
            probability *= transitionFactors[labels[token - 1] * COUNT + labels[token]]
                    * factors[token * COUNT + labels[token]]
                    / norms[token];
        }
        probability *= backward[(to - 1) * COUNT + labels[to - 1]];
        return Math.min(1, Math.max(0, probability));
    }

    /** The logarithm of the probability of a whole labelling. */
    double logProbability(int[] labels) {
        return Math.log(Math.max(1e-300, probability(labels, 0, length)));
    }

    /** The expected number of times one label follows another between a token and the one before. */
    double probability(int token, int before, int after) {
        return forward[(token - 1) * COUNT + before]
                * transitionFactors[before * COUNT + after]
                * factors[token * COUNT + after]
                / norms[token]
                * backward[token * COUNT + after];
    }
}

package org.onrecord.extraction.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.onrecord.text.TokenisedText;

/**
 * Learns a conditional random field from labelled texts by stochastic gradient ascent with AdaGrad (Duchi, Hazan and
 * Singer, 2011). The same texts, settings and seed give the same model.
 */
final class FieldTrainer {

    private static final int COUNT = NameLabels.COUNT;
    private static final int COUNTERS = 1 << 27;
    private static final float NEGLIGIBLE = 1e-4f;

    /**
     * @param cutoff features seen less often are left out
     * @param rate AdaGrad's step
     * @param decay how far each touched weight is drawn to 0
     * @param dropout the share of a token's features hidden from each look at it
     * @param kept the number of features in the model, those of the greatest weights
     */
    record Settings(int epochs, int cutoff, double rate, double decay, double dropout, int kept, long seed) {}

    /** Features of each token, and its label. */
    private record Stretch(int[][] features, int[] labels) {}

    private final Settings settings;
    private final WordClusters clusters;
    private final Gazetteer gazetteer;
    private final byte[] counts = new byte[COUNTERS];
    private final LongIntMap numbers = new LongIntMap();
    private final List<Stretch> stretches = new ArrayList<>();
    private long[] hashes = new long[1 << 20];
    private int size;

    FieldTrainer(Settings settings, WordClusters clusters, Gazetteer gazetteer) {
        this.settings = settings;
        this.clusters = clusters;
        this.gazetteer = gazetteer;
    }

    NameModel train(List<LabelledText> texts) {
        texts.forEach(this::count);
        texts.forEach(this::take);
        System.out.printf("%,d features in %,d stretches%n", size, stretches.size());
        float[] weights = new float[size * COUNT];
        float[] transitions = new float[COUNT * COUNT];
        climb(weights, transitions);
        return pack(weights, transitions);
    }

    private void count(LabelledText text) {
        var tokens = TokenisedText.of(text.text());
        var extractor = new FeatureExtractor(tokens, clusters, gazetteer);
        forEachStretch(tokens, (from, to) -> {
            for (int token = from; token < to; token++) {
                int present = extractor.extract(token, from, to);
                for (int each = 0; each < present; each++) {
                    int counter = counter(extractor.features()[each]);
                    counts[counter] += counts[counter] < 100 ? 1 : 0;
                }
            }
        });
    }

    private static int counter(long feature) {
        return (int) (feature >>> 20) & (COUNTERS - 1);
    }

    private void take(LabelledText text) {
        var tokens = TokenisedText.of(text.text());
        var extractor = new FeatureExtractor(tokens, clusters, gazetteer);
        int[] labels = text.labelsOf(tokens);
        forEachStretch(tokens, (from, to) -> {
            LabelledText.repair(labels, from, to);
            int[][] features = new int[to - from][];
            for (int token = from; token < to; token++) {
                int present = extractor.extract(token, from, to);
                features[token - from] = numbersOf(extractor.features(), present);
            }
            stretches.add(new Stretch(features, Arrays.copyOfRange(labels, from, to)));
        });
    }

    private interface StretchReader {
        void read(int from, int to);
    }

    private static void forEachStretch(TokenisedText tokens, StretchReader reader) {
        for (int sentence = 0; sentence < tokens.sentenceCount(); sentence++) {
            int from = tokens.sentenceFirstToken(sentence);
            int end = tokens.sentenceEndToken(sentence);
            while (from < end) {
                int to = NameTagger.endOfStretch(tokens, from, end);
                reader.read(from, to);
                from = to;
            }
        }
    }

    private int[] numbersOf(long[] features, int present) {
        int[] found = new int[present];
        int kept = 0;
        for (int each = 0; each < present; each++) {
            if (counts[counter(features[each])] >= settings.cutoff()) {
                int number = numbers.get(features[each]);
                if (number == 0) {
                    number = ++size;
                    numbers.put(features[each], number);
                    if (size > hashes.length) {
                        hashes = Arrays.copyOf(hashes, hashes.length * 2);
                    }
                    hashes[size - 1] = features[each];
                }
                found[kept++] = number - 1;
            }
        }
        return Arrays.copyOf(found, kept);
    }

    private void climb(float[] weights, float[] transitions) {
        float[] squares = new float[weights.length];
        float[] transitionSquares = new float[transitions.length];
        var random = new Random(settings.seed());
        var lattice = new LabelLattice(transitions);
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
            long began = System.nanoTime();
            Collections.shuffle(stretches, random);
            double gain = 0;
            for (var stretch : stretches) {
                gain += climb(stretch, weights, squares, transitions, transitionSquares, lattice, random);
            }
            System.out.printf(
                    "epoch %d: log likelihood %,.0f, %.0f s%n", epoch, gain, (System.nanoTime() - began) / 1e9);
        }
    }

    private double climb(
            Stretch stretch,
            float[] weights,
            float[] squares,
            float[] transitions,
            float[] transitionSquares,
            LabelLattice lattice,
            Random random) {
        int[][] features = settings.dropout() > 0 ? withDropout(stretch.features(), random) : stretch.features();
        int length = features.length;
        double[] scores = lattice.start(length);
        Arrays.fill(scores, 0, length * COUNT, 0);
        for (int token = 0; token < length; token++) {
            for (int feature : features[token]) {
                int row = feature * COUNT;
                for (int label = 0; label < COUNT; label++) {
                    scores[token * COUNT + label] += weights[row + label];
                }
            }
        }
        lattice.refresh();
        lattice.weigh();
        float[] gradient = new float[COUNT];
        for (int token = 0; token < length; token++) {
            boolean worthwhile = false;
            for (int label = 0; label < COUNT; label++) {
                int gold = stretch.labels()[token] == label ? 1 : 0;
                gradient[label] = (float) (gold - lattice.probability(token, label));
                worthwhile |= Math.abs(gradient[label]) > NEGLIGIBLE;
            }
            if (worthwhile) {
                for (int feature : features[token]) {
                    step(weights, squares, feature * COUNT, gradient);
                }
            }
        }
        transit(stretch.labels(), lattice, transitions, transitionSquares);
        return lattice.logProbability(stretch.labels());
    }

    private int[][] withDropout(int[][] features, Random random) {
        int[][] left = new int[features.length][];
        int threshold = (int) (settings.dropout() * (1 << 16));
        long bits = random.nextLong() | 1;
        for (int token = 0; token < features.length; token++) {
            int[] kept = new int[features[token].length];
            int count = 0;
            for (int feature : features[token]) {
                bits = bits * 6364136223846793005L + 1442695040888963407L;
                if ((bits >>> 48) >= threshold) {
                    kept[count++] = feature;
                }
            }
            left[token] = Arrays.copyOf(kept, count);
        }
        return left;
    }

    private void step(float[] weights, float[] squares, int row, float[] gradient) {
        float rate = (float) settings.rate();
        float decay = (float) settings.decay();
        for (int label = 0; label < COUNT; label++) {
            float slope = gradient[label] - decay * weights[row + label];
            squares[row + label] += slope * slope;
            weights[row + label] += rate * slope / (float) Math.sqrt(squares[row + label] + 1e-6f);
        }
    }

    private void transit(int[] labels, LabelLattice lattice, float[] transitions, float[] squares) {
        float[] gradient = new float[COUNT * COUNT];
        for (int token = 1; token < labels.length; token++) {
            gradient[labels[token - 1] * COUNT + labels[token]] += 1;
            for (int before = 0; before < COUNT; before++) {
                for (int after = 0; after < COUNT; after++) {
                    if (NameLabels.follows(before, after)) {
                        gradient[before * COUNT + after] -= (float) lattice.probability(token, before, after);
                    }
                }
            }
        }
        for (int each = 0; each < gradient.length; each++) {
            squares[each] += gradient[each] * gradient[each];
            transitions[each] += (float) settings.rate() * gradient[each] / (float) Math.sqrt(squares[each] + 1e-6f);
        }
    }

    /** Keeps the features of the greatest weights, as bytes. */
    private NameModel pack(float[] weights, float[] transitions) {
        float[] greatest = new float[size];
        for (int feature = 0; feature < size; feature++) {
            for (int label = 0; label < COUNT; label++) {
                greatest[feature] = Math.max(greatest[feature], Math.abs(weights[feature * COUNT + label]));
            }
        }
        float[] sorted = greatest.clone();
        Arrays.sort(sorted);
        float least = size <= settings.kept() ? 0 : sorted[size - settings.kept()];
        float scale = sorted[Math.max(0, size - 1 - size / 10_000)] / 127;
        long[] kept = new long[Math.min(size, settings.kept())];
        byte[] bytes = new byte[kept.length * COUNT];
        int count = 0;
        for (int feature = 0; feature < size && count < kept.length; feature++) {
            if (greatest[feature] >= least) {
                kept[count] = hashes[feature];
                for (int label = 0; label < COUNT; label++) {
                    int rounded = Math.round(weights[feature * COUNT + label] / scale);
                    bytes[count * COUNT + label] = (byte) Math.max(-127, Math.min(127, rounded));
                }
                count++;
            }
        }
        System.out.printf("kept %,d features with weights from %.3f, scale %.5f%n", count, least, scale);
        return new NameModel(kept, bytes, scale, transitions, clusters);
    }
}

package org.onrecord.extraction.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
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
     * @param runs fields learned, each from its own variation of the texts, whose mean is the model
     * @param kept the number of features in the model, those of the greatest weights
     */
    record Settings(int epochs, int cutoff, double rate, double decay, double dropout, int runs, int kept, long seed) {}

    /** Features of each token, and its label. */
    private record Stretch(int[][] features, int[] labels) {}

    /** The same before its features have numbers. */
    private record Read(long[][] features, int[] labels) {}

    private final Settings settings;
    private final Gazetteer gazetteer;
    private final byte[] counts = new byte[COUNTERS];
    private final LongIntMap numbers = new LongIntMap();
    private final List<Stretch> stretches = new ArrayList<>();
    private long[] hashes = new long[1 << 20];
    private int size;

    FieldTrainer(Settings settings, Gazetteer gazetteer) {
        this.settings = settings;
        this.gazetteer = gazetteer;
    }

    /** @param texts the texts of each run, by its seed */
    NameModel train(LongFunction<List<LabelledText>> texts) {
        float[] sums = new float[0];
        float[] transitionSums = new float[COUNT * COUNT];
        for (int run = 0; run < settings.runs(); run++) {
            long seed = settings.seed() + run;
            prepare(texts.apply(seed));
            sums = Arrays.copyOf(sums, size * COUNT);
            climb(sums, transitionSums, new Random(seed));
        }
        divide(sums, settings.runs() * averaged());
        divide(transitionSums, settings.runs() * averaged());
        return pack(sums, transitionSums);
    }

    private void prepare(List<LabelledText> texts) {
        stretches.clear();
        Arrays.fill(counts, (byte) 0);
        var read = new ArrayList<Read>();
        for (var text : texts) {
            read(text, read);
        }
        for (int each = 0; each < read.size(); each++) {
            stretches.add(numbered(read.set(each, null)));
        }
        System.out.printf("%,d features in %,d stretches%n", size, stretches.size());
    }

    /** How many of the last rounds count. */
    private int averaged() {
        return (settings.epochs() + 1) / 2;
    }

    private static int counter(long feature) {
        return (int) (feature >>> 20) & (COUNTERS - 1);
    }

    private void read(LabelledText text, List<Read> read) {
        var tokens = TokenisedText.of(text.text());
        var extractor = new FeatureExtractor(tokens, gazetteer);
        int[] labels = text.labelsOf(tokens);
        int[] bounds = NameTagger.stretchesOf(tokens);
        for (int each = 0; each + 1 < bounds.length; each++) {
            int from = bounds[each];
            int to = bounds[each + 1];
            LabelledText.repair(labels, from, to);
            long[][] features = new long[to - from][];
            for (int token = from; token < to; token++) {
                int present = extractor.extract(token, from, to);
                features[token - from] = Arrays.copyOf(extractor.features(), present);
                count(features[token - from]);
            }
            read.add(new Read(features, Arrays.copyOfRange(labels, from, to)));
        }
    }

    private void count(long[] features) {
        for (long feature : features) {
            int counter = counter(feature);
            counts[counter] += counts[counter] < 100 ? 1 : 0;
        }
    }

    private Stretch numbered(Read read) {
        int[][] features = new int[read.features().length][];
        for (int token = 0; token < features.length; token++) {
            features[token] = numbersOf(read.features()[token], read.features()[token].length);
        }
        return new Stretch(features, read.labels());
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

    /** Learns one field and adds its last rounds to the sums. */
    private void climb(float[] sums, float[] transitionSums, Random random) {
        float[] weights = new float[sums.length];
        float[] squares = new float[sums.length];
        float[] transitions = new float[transitionSums.length];
        float[] transitionSquares = new float[transitionSums.length];
        var lattice = new LabelLattice(transitions);
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
            long began = System.nanoTime();
            Collections.shuffle(stretches, random);
            double gain = 0;
            for (var stretch : stretches) {
                gain += climb(stretch, weights, squares, transitions, transitionSquares, lattice, random);
            }
            if (epoch > settings.epochs() - averaged()) {
                add(weights, sums);
                add(transitions, transitionSums);
            }
            System.out.printf(
                    "epoch %d: log likelihood %,.0f, %.0f s%n", epoch, gain, (System.nanoTime() - began) / 1e9);
        }
    }

    private static void add(float[] values, float[] sums) {
        for (int each = 0; each < sums.length; each++) {
            sums[each] += values[each];
        }
    }

    private static void divide(float[] sums, int count) {
        for (int each = 0; each < sums.length; each++) {
            sums[each] /= count;
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
        return new NameModel(kept, bytes, scale, transitions);
    }
}

package org.onrecord.extraction.naming;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A linear-chain conditional random field over {@link NameLabels} (Lafferty, McCallum and Pereira, 2001). A feature's
 * weights are bytes, to be multiplied by one common scale. Immutable, thread-safe.
 */
final class NameModel {

    private static final int FORMAT = 0x4F524E31; // "ORN1"

    private final long[] features;
    private final HashIndex index;

    /** {@link NameLabels#COUNT} for each feature, in its order. */
    private final byte[] weights;

    private final float scale;

    /** Scores of one label after another, {@code [before * COUNT + after]}. */
    private final float[] transitions;

    NameModel(long[] features, byte[] weights, float scale, float[] transitions) {
        this.features = features;
        this.index = new HashIndex(features);
        this.weights = weights;
        this.scale = scale;
        this.transitions = transitions;
    }

    int featureCount() {
        return features.length;
    }

    /** Adds the weights of features to sums, {@code sums[at + label]}; to be multiplied by {@link #scale}. */
    void addWeights(long[] present, int count, int[] sums, int at) {
        for (int each = 0; each < count; each++) {
            int place = index.find(present[each]);
            if (place >= 0) {
                int row = place * NameLabels.COUNT;
                for (int label = 0; label < NameLabels.COUNT; label++) {
                    sums[at + label] += weights[row + label];
                }
            }
        }
    }

    /** What a sum of weights is multiplied by to give a score. */
    float scale() {
        return scale;
    }

    LabelLattice newLattice() {
        return new LabelLattice(transitions);
    }

    /** Writes hashes, then weights label by label: so ordered they compress best. */
    void write(OutputStream out) throws IOException {
        try (var data = new DataOutputStream(new GZIPOutputStream(out, 1 << 16))) {
            data.writeInt(FORMAT);
            data.writeInt(features.length);
            for (long feature : features) {
                data.writeLong(feature);
            }
            for (int label = 0; label < NameLabels.COUNT; label++) {
                for (int feature = 0; feature < features.length; feature++) {
                    data.writeByte(weights[feature * NameLabels.COUNT + label]);
                }
            }
            data.writeFloat(scale);
            for (float transition : transitions) {
                data.writeFloat(transition);
            }
        }
    }

    static NameModel read(InputStream in) throws IOException {
        try (var data = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16))) {
            if (data.readInt() != FORMAT) {
                throw new IOException("not a model of names, or of another format");
            }
            int count = data.readInt();
            long[] features = new long[count];
            for (int feature = 0; feature < count; feature++) {
                features[feature] = data.readLong();
            }
            byte[] weights = new byte[count * NameLabels.COUNT];
            byte[] column = new byte[count];
            for (int label = 0; label < NameLabels.COUNT; label++) {
                data.readFully(column);
                for (int feature = 0; feature < count; feature++) {
                    weights[feature * NameLabels.COUNT + label] = column[feature];
                }
            }
            float scale = data.readFloat();
            float[] transitions = new float[NameLabels.COUNT * NameLabels.COUNT];
            for (int each = 0; each < transitions.length; each++) {
                transitions[each] = data.readFloat();
            }
            return new NameModel(features, weights, scale, transitions);
        }
    }
}

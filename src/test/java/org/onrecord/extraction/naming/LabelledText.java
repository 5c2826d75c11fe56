package org.onrecord.extraction.naming;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.text.TokenisedText;

/**
 * A text whose names are known.
 *
 * @param names in text order, not overlapping
 */
record LabelledText(String text, List<Name> names) {

    /** A name of one of {@link NameLabels}' types at {@code [start, end)}, in UTF-16. */
    record Name(int type, int start, int end) {}

    /** The label of each token; one that is only partly in a name counts with it. */
    int[] labelsOf(TokenisedText tokens) {
        int[] labels = new int[tokens.tokenCount()];
        int next = 0;
        for (var name : names) {
            int from = Math.max(next, tokens.tokenFrom(name.start()));
            int to = from;
            while (to < labels.length && tokens.tokenStart(to) < name.end()) {
                to++;
            }
            for (int token = from; token < to; token++) {
                labels[token] = NameLabels.label(name.type(), position(token, from, to));
            }
            next = to;
        }
        return labels;
    }

    private static int position(int token, int from, int to) {
        if (to - from == 1) {
            return NameLabels.UNIT;
        }
        return token == from ? NameLabels.BEGIN : token == to - 1 ? NameLabels.LAST : NameLabels.INSIDE;
    }

    /** Sentences end where a stretch would cross one: labels that cannot follow each other are made whole again. */
    static void repair(int[] labels, int from, int to) {
        var starts = new ArrayList<Integer>();
        for (int token = from; token < to; token++) {
            boolean fresh = labels[token] == NameLabels.OUTSIDE
                    || token == from
                    || labels[token - 1] == NameLabels.OUTSIDE
                    || NameLabels.opens(labels[token])
                    || NameLabels.type(labels[token]) != NameLabels.type(labels[token - 1]);
            if (fresh) {
                starts.add(token);
            }
        }
        starts.add(to);
        for (int each = 0; each + 1 < starts.size(); each++) {
            int start = starts.get(each);
            int end = starts.get(each + 1);
            if (labels[start] != NameLabels.OUTSIDE) {
                int type = NameLabels.type(labels[start]);
                for (int token = start; token < end; token++) {
                    labels[token] = NameLabels.label(type, position(token, start, end));
                }
            }
        }
    }
}

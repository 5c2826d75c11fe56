package org.onrecord.extraction.quoting;

import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.MentionKind;

/** How likely words and speaker are right, and why this speaker was chosen. */
record Confidence(double value, String reason) {

    static Confidence of(Draft draft, @Nullable Referent referent) {
        if (referent == null || referent.name() == null) {
            return new Confidence(referent == null ? 0.4 : 0.5, "nobody is given as the speaker clearly enough");
        }
        double route = switch (draft.route) {
            case CUE_BESIDE, ACCORDING_TO -> 0.95;
            case CONTINUES, GOES_ON -> 0.93;
            case INTRODUCED, ANNOUNCED -> 0.8;
            case SIGNATURE, CUE_AROUND -> 0.9;
            case CUE_CONTENT -> 0.88;
            case SPEAKER_FOLLOWS -> 0.85;
            case INDIRECT -> 0.72;
            case PREVIOUS_SPEAKER, SUBJECT_NEAR -> 0.65;
            case NONE -> 0.4;
        };
        double link = referent.kind() == MentionKind.NAME ? 1 : 0.45 + 0.55 * referent.certainty();
        return new Confidence(Math.round(route * link * 100) / 100.0, referent.name() + " " + draft.route.words());
    }
}

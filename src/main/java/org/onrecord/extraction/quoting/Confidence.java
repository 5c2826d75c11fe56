package org.onrecord.extraction.quoting;

import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.MentionKind;

/**
 * How likely words and speaker are right, and why this speaker was chosen. The figures are how often each way to a
 * speaker was right on articles with known speakers, smoothed by hand; docs/extraction.md has the table.
 */
record Confidence(double value, String reason) {

    /** A description is less often the speaker meant, or all there is to be said of him, than a name is. */
    private static final double DESCRIBED = 0.85;

    /** … above all where it is the subject of a clause that only holds the quoted words: "the plan", "the paper". */
    private static final double DESCRIBED_ROUND_WORDS = 0.65;

    static Confidence of(Draft draft, @Nullable Referent referent) {
        if (referent == null || referent.name() == null) {
            return new Confidence(referent == null ? 0.4 : 0.5, "nobody is given as the speaker clearly enough");
        }
        double route = switch (draft.route) {
            case CUE_BESIDE, ACCORDING_TO -> 0.95;
            case CONTINUES, GOES_ON -> 0.93;
            case INTRODUCED -> 0.7;
            case ANNOUNCED -> 0.8;
            case CUE_AROUND -> 0.9;
            case CUE_CONTENT -> 0.92;
            case SIGNATURE -> 0.88;
            case SPEAKER_FOLLOWS -> 0.85;
            case INDIRECT -> 0.72;
            case PREVIOUS_SPEAKER, SUBJECT_NEAR -> 0.65;
            case NONE -> 0.4;
        };
        double link = referent.kind() == MentionKind.NAME ? 1 : 0.45 + 0.55 * referent.certainty();
        if (referent.kind() == MentionKind.DESCRIPTOR) {
            link *= draft.route == Draft.Route.CUE_CONTENT ? DESCRIBED_ROUND_WORDS : DESCRIBED;
        }
        return new Confidence(Math.round(route * link * 100) / 100.0, referent.name() + " " + draft.route.words());
    }
}

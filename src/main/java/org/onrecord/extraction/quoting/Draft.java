package org.onrecord.extraction.quoting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.extraction.grammar.Phrase;

/** A quote in the making: its words, the frame that reports them, and how sure the reading is. */
final class Draft {

    QuoteKind kind;

    /** Segments, {@code {start, end}} in UTF-16, in text order. */
    final List<int[]> segments = new ArrayList<>();

    @Nullable
    Frame frame;

    /** The draft whose speaker goes on speaking here, where no frame names one. */
    @Nullable
    Draft carriedFrom;

    /** The noun phrase taken for the speaker: the frame's, or whose words went before. */
    @Nullable
    Phrase source;

    /** The piece the draft begins with. */
    int piece;

    /** The piece after the last of the content, where it is reported speech. */
    int endPiece;

    Route route = Route.NONE;

    /** How a quote came by its speaker; each has its own reliability. */
    enum Route {
        /** The cue's subject, right beside the quote. */
        CUE_BESIDE("speaks in the same sentence"),
        /** The cue's subject, with other words between. */
        CUE_AROUND("is reported as saying so in the same sentence"),
        CUE_CONTENT("is reported with these words"),
        ACCORDING_TO("is given as the source"),
        SIGNATURE("is set before or after the quote"),
        INTRODUCED("is announced by the paragraph before"),
        ANNOUNCED("is who or what the words before the colon are about"),
        GOES_ON("goes on speaking in the same paragraph"),
        CONTINUES("goes on in a further paragraph of the same quote"),
        SPEAKER_FOLLOWS("is named as the speaker right after"),
        SUBJECT_NEAR("is the subject of the sentence beside the quote"),
        PREVIOUS_SPEAKER("spoke in the paragraph before"),
        INDIRECT("is reported as saying so"),
        NONE("nobody is given as the speaker");

        private final String words;

        Route(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Draft(QuoteKind kind, int piece) {
        this.kind = kind;
        this.piece = piece;
    }

    void add(int start, int end) {
        segments.add(new int[] {start, end});
    }

    /** Puts the segments in order and drops what is empty or covered twice; false where nothing is left. */
    boolean settle() {
        segments.sort((one, other) -> Integer.compare(one[0], other[0]));
        List<int[]> sound = new ArrayList<>();
        int reached = 0;
        for (int[] segment : segments) {
            if (segment[0] >= reached && segment[1] > segment[0]) {
                sound.add(segment);
                reached = segment[1];
            }
        }
        segments.clear();
        segments.addAll(sound);
        return !sound.isEmpty();
    }
}

package org.onrecord.extraction.quoting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.extraction.framing.Frame;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.text.CharSpan;

/** A quote in the making: its words, the frame that reports them, and how sure the reading is. */
final class Draft {

    QuoteKind kind;

    /** Where its words stand, in text order. */
    final List<CharSpan> segments = new ArrayList<>();

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

    /** Quoted words of somebody's own. */
    static Draft direct(int piece, CharSpan words) {
        var draft = new Draft(QuoteKind.DIRECT, piece);
        draft.add(words);
        return draft;
    }

    void add(CharSpan words) {
        segments.add(words);
    }

    CharSpan first() {
        return segments.get(0);
    }

    CharSpan last() {
        return segments.get(segments.size() - 1);
    }

    /** Puts the segments in order and drops what is empty or covered twice; false where nothing is left. */
    boolean settle() {
        segments.sort(Comparator.comparingInt(CharSpan::start));
        List<CharSpan> sound = new ArrayList<>();
        int reached = 0;
        for (CharSpan segment : segments) {
            if (segment.start() >= reached && !segment.isEmpty()) {
                sound.add(segment);
                reached = segment.end();
            }
        }
        segments.clear();
        segments.addAll(sound);
        return !sound.isEmpty();
    }
}

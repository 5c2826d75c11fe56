package org.onrecord.extraction.framing;

import static org.onrecord.extraction.grammar.WordClass.*;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.text.Phrases;

/** Speakers set before a colon or after a dash: an interview's or transcript's lines, and signed quotations. */
final class Signatures {

    private static final Phrases LABELS_OF_EDITORS = Phrases.of("""
            UPDATE | UPDATES | WATCH | RELATED | BREAKING | NOTE | CORRECTION | PHOTO | PHOTOS | VIDEO | MORE | READ
            ALSO | LIVE | LISTEN | OPINION | ANALYSIS | EXCLUSIVE""");

    private final Narration narration;
    private final Clauses clauses;

    /** The speakers a transcript prints in capitals; found when the first colon asks for them. */
    private @Nullable Set<String> transcriptLabels;

    Signatures(Narration narration, Clauses clauses) {
        this.narration = narration;
        this.clauses = clauses;
    }

    /** "Jane Smith: …" at the head of a paragraph or before a quotation. */
    @Nullable
    Frame beforeColon(int piece) {
        int sentence = narration.sentence(piece);
        int from = narration.sentenceStart(sentence);
        int to = narration.sentenceEnd(sentence);
        boolean opensParagraph = from == 0 || narration.paragraph(from - 1) != narration.paragraph(from);
        boolean quotes = piece + 1 < to && narration.isQuotation(piece + 1);
        Phrase source =
                (opensParagraph || quotes) && piece > from && piece - from <= 6 ? clauses.startingAt(from) : null;
        if (source == null && opensParagraph && isLabel(from, piece)) {
            source = new Phrase(from, piece, piece - 1);
        }
        if (source != null
                && source.to() == piece
                && piece + 1 < to
                && (narration.isPerson(source.head())
                        || quotes && narration.nameIndex(source.head()) >= 0
                        || isLabel(from, piece))) {
            return Frame.label(FrameCue.saying(piece, piece + 1, ":"), source);
        }
        return null;
    }

    /** "… — Jane Smith" after a quotation. */
    @Nullable
    Frame afterDash(int piece) {
        int sentence = narration.sentence(piece);
        int from = narration.sentenceStart(sentence);
        int to = narration.sentenceEnd(sentence);
        boolean afterQuotation = piece > from
                && (narration.isQuotation(piece - 1)
                        || piece - 1 > from && narration.is(piece - 1, STOP) && narration.isQuotation(piece - 2));
        Phrase source = afterQuotation && piece + 1 < to ? clauses.startingAt(piece + 1) : null;
        if (source != null
                && isCapitalised(source)
                && (source.to() >= to || narration.wordClass(source.to()).isPunctuation())
                && to - source.to() <= 14) {
            return Frame.signature(FrameCue.saying(piece, piece + 1, "—"), source);
        }
        return null;
    }

    /** A name, recognised or not: every word of it begins with a capital. */
    private boolean isCapitalised(Phrase phrase) {
        for (int piece = phrase.from(); piece <= phrase.head(); piece++) {
            if (!narration.isCapitalised(piece)) {
                return false;
            }
        }
        return true;
    }

    /** "WELBY:", as a transcript prints its speakers: in capitals, and at least one of them comes back. */
    private boolean isLabel(int from, int to) {
        return to > from && to - from <= 3 && transcriptLabels().contains(narration.words(from, to));
    }

    private Set<String> transcriptLabels() {
        if (transcriptLabels == null) {
            Set<String> seen = new HashSet<>();
            boolean repeated = false;
            for (int sentence = 0; sentence < narration.sentences(); sentence++) {
                String label = labelOf(sentence);
                repeated |= label != null && !seen.add(label);
            }
            transcriptLabels = repeated ? seen : Set.of();
        }
        return transcriptLabels;
    }

    private @Nullable String labelOf(int sentence) {
        int from = narration.sentenceStart(sentence);
        int colon = from + 1;
        while (colon < narration.sentenceEnd(sentence) && colon - from <= 3 && !narration.is(colon, COLON)) {
            colon++;
        }
        if (colon >= narration.sentenceEnd(sentence) || !narration.is(colon, COLON) || narration.isQuotation(from)) {
            return null;
        }
        String label = narration.words(from, colon);
        boolean capitals = label.length() > 2
                && Character.isLetter(label.charAt(0))
                && label.equals(label.toUpperCase(Locale.ROOT))
                && !LABELS_OF_EDITORS.contains(label);
        return capitals ? label : null;
    }
}

package org.onrecord.extraction.quoting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.extraction.framing.Frame;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.quoting.Draft.Route;

/** The quotes found so far, and which of them each quotation of the article belongs to. */
final class Attributions {

    private final Narration narration;
    private final List<Draft> drafts = new ArrayList<>();

    /** The draft that owns each quotation, by the quotation's number. */
    private final @Nullable Draft[] owner;

    Attributions(Narration narration, int quotations) {
        this.narration = narration;
        this.owner = new Draft[quotations];
    }

    /** The quote a quotation belongs to. */
    @Nullable
    Draft ownerOf(int piece) {
        return owner[narration.quotationIndex(piece)];
    }

    /** The quote the quotation before this one belongs to. */
    @Nullable
    Draft ownerBefore(int piece) {
        int quotation = narration.quotationIndex(piece);
        return quotation > 0 ? owner[quotation - 1] : null;
    }

    /** Adds a quotation to the draft of a frame, which begins with the first one. */
    Draft give(int piece, Frame frame, @Nullable Draft draft) {
        Draft given = draft;
        if (given == null) {
            given = new Draft(QuoteKind.DIRECT, piece);
            given.frame = frame;
            given.source = frame.source();
            drafts.add(given);
        }
        given.add(narration.quotationAt(piece).words());
        owner[narration.quotationIndex(piece)] = given;
        return given;
    }

    /** Takes up reported speech with the quotations inside it, unless one already belongs to another frame. */
    boolean report(Draft reported) {
        if (reported.kind == QuoteKind.MIXED && coversOwned(reported)) {
            return false;
        }
        drafts.add(reported);
        claim(reported);
        return true;
    }

    private boolean coversOwned(Draft reported) {
        for (int piece = reported.piece; piece < reported.endPiece; piece++) {
            if (narration.isQuotation(piece) && owner[narration.quotationIndex(piece)] != null) {
                return true;
            }
        }
        return false;
    }

    private void claim(Draft reported) {
        for (int piece = reported.piece; piece < reported.endPiece; piece++) {
            if (narration.isQuotation(piece)) {
                owner[narration.quotationIndex(piece)] = reported;
            }
        }
    }

    Draft own(int piece, Draft draft) {
        owner[narration.quotationIndex(piece)] = draft;
        drafts.add(draft);
        return draft;
    }

    /** One more segment of a quote. */
    Draft extend(Draft draft, int piece) {
        draft.add(narration.quotationAt(piece).words());
        draft.piece = piece;
        owner[narration.quotationIndex(piece)] = draft;
        return draft;
    }

    /** A quote of its own by the speaker of another. */
    Draft carried(int piece, Draft from, Route route) {
        Draft draft = Draft.direct(piece, narration.quotationAt(piece).words());
        draft.source = from.source;
        draft.route = route;
        return own(piece, draft);
    }

    List<Draft> inTextOrder() {
        drafts.sort(Comparator.comparingInt(draft -> draft.first().start()));
        return drafts;
    }
}

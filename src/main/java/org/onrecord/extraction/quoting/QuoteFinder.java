package org.onrecord.extraction.quoting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.MentionKind;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.extraction.framing.Frame;
import org.onrecord.extraction.framing.Frames;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Quotation;
import org.onrecord.extraction.grammar.QuotationMarks;
import org.onrecord.extraction.grammar.Verbs;
import org.onrecord.extraction.naming.Name;
import org.onrecord.extraction.resolving.Cast;
import org.onrecord.extraction.resolving.Member;
import org.onrecord.text.CharSpan;
import org.onrecord.text.TokenisedText;

/**
 * Finds the quotes of an article and their speakers. Holds the word lists; immutable and thread-safe.
 */
public final class QuoteFinder {

    private final Verbs verbs;

    private QuoteFinder(Verbs verbs) {
        this.verbs = verbs;
    }

    public static QuoteFinder load() {
        return new QuoteFinder(Verbs.load());
    }

    /** A quote with its speaker. */
    public record Quote(
            QuoteKind kind,
            List<CharSpan> segments,
            @Nullable CharSpan cue,
            @Nullable CharSpan source,
            @Nullable MentionKind sourceKind,
            @Nullable Member member,
            @Nullable String speaker,
            double confidence,
            String reason) {}

    /** A pronoun or description that means a member of the cast. */
    public record Reference(Member member, CharSpan span, MentionKind kind) {}

    /** @param references in text order */
    public record Findings(List<Quote> quotes, List<Reference> references) {}

    public Findings find(TokenisedText text, Cast cast) {
        List<Quotation> quotations = withoutNicknames(QuotationMarks.pair(text), cast.names());
        List<Name> names = cast.names();
        Narration narration = new Narration(text, quotations, names, verbs);
        List<Frame> frames = Frames.of(narration, verbs);
        Discourse discourse = Discourse.of(narration, cast, frames);
        List<Draft> drafts = Attributor.draft(narration, frames, verbs, quotations.size());
        List<Quote> quotes = new ArrayList<>();
        List<Reference> references = new ArrayList<>();
        for (Draft draft : drafts) {
            if (draft.settle()) {
                quotes.add(finish(draft, narration, discourse));
            }
        }
        for (int piece = 0; piece < narration.size(); piece++) {
            Member member = discourse.memberAt(piece);
            if (member == null || narration.isPerson(piece)) {
                continue;
            }
            Phrase description = discourse.descriptionAt(piece);
            if (description != null) {
                references.add(new Reference(
                        member, narration.span(description.from(), description.to()), MentionKind.DESCRIPTOR));
            } else if (narration.nameIndex(piece) < 0) {
                references.add(new Reference(member, narration.span(piece, piece + 1), MentionKind.PRONOUN));
            }
        }
        return new Findings(quotes, references);
    }

    /** Robert “Bobby” Scott: the marks stand inside one name. */
    private static List<Quotation> withoutNicknames(List<Quotation> quotations, List<Name> names) {
        List<Quotation> kept = new ArrayList<>();
        int next = 0;
        for (Quotation quotation : quotations) {
            while (next < names.size() && names.get(next).end() <= quotation.start()) {
                next++;
            }
            boolean inside = next < names.size()
                    && names.get(next).start() < quotation.start()
                    && quotation.end() < names.get(next).end();
            if (!inside) {
                kept.add(quotation);
            }
        }
        return kept;
    }

    private static Quote finish(Draft draft, Narration narration, Discourse discourse) {
        Phrase source = draft.source;
        Referent referent = source == null ? null : discourse.referent(source);
        Frame frame = draft.frame;
        CharSpan cue = frame == null
                ? null
                : narration.span(frame.cue().from(), frame.cue().to());
        CharSpan mention = source == null ? null : narration.span(source.from(), source.to());
        Confidence confidence = Confidence.of(draft, referent);
        return new Quote(
                draft.kind,
                draft.segments,
                cue,
                referent == null ? null : mention,
                referent == null ? null : referent.kind(),
                referent == null ? null : referent.member(),
                referent == null ? null : referent.name(),
                confidence.value(),
                confidence.reason());
    }
}

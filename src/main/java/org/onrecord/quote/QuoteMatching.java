package org.onrecord.quote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.FoundMention;
import org.onrecord.extraction.FoundQuote;
import org.onrecord.extraction.FoundSpeaker;
import org.onrecord.kernel.Ids;
import org.onrecord.text.CodePoints;

/**
 * Matches the quotes an article has with those found in a version of its text. A quote somebody decided on or deleted
 * stays wherever its words still stand; what was found in the same place is the same quote and adds none. A quote that
 * only the machine found stays if the same words are found again.
 *
 * @param previousVersion the version that held before; the same one when it is only read again
 * @param articleVersion the version that was read
 * @param body of that version
 * @param entities ids of the analysis' entities, in its order
 */
record QuoteMatching(
        UUID articleId, int previousVersion, int articleVersion, CodePoints body, List<UUID> entities, Instant at) {

    /**
     * What is to be stored. Quotes that stand have been moved to the version that was read.
     *
     * @param fresh quotes that are new
     * @param dropped quotes to be deleted: found in this version before and not found again. Those of an older version
     *     stay as that version's
     */
    record Outcome(List<Quote> fresh, List<Quote> dropped, QuoteChanges changes) {}

    /** Quotes a person decided on come first, so that no other takes their words. */
    Outcome match(List<Quote> before, List<FoundQuote> found) {
        var outcome = new Counting();
        var relocation = new Relocation(body);
        var taken = new BitSet();
        before.stream()
                .filter(QuoteMatching::isDecided)
                .forEach(quote -> outcome.count(quote, carry(quote, relocation, taken)));
        var open = new OpenQuotes(found, taken, this::wording);
        before.stream()
                .filter(quote -> !isDecided(quote))
                .forEach(quote -> outcome.count(quote, findAgain(quote, open)));
        return outcome.with(open.left().stream().map(this::fresh).toList());
    }

    /** What became of the quotes there were. */
    private final class Counting {

        private final List<Quote> dropped = new ArrayList<>();
        private int kept;
        private int gone;

        void count(Quote quote, boolean standing) {
            if (standing) {
                kept++;
            } else if (quote.articleVersion() == previousVersion) {
                gone++;
                if (quote.articleVersion() == articleVersion) {
                    dropped.add(quote);
                }
            }
        }

        Outcome with(List<Quote> fresh) {
            return new Outcome(fresh, dropped, new QuoteChanges(fresh.size(), kept, gone));
        }
    }

    private static boolean isDecided(Quote quote) {
        return quote.status().isDecided() || quote.deletedAt() != null;
    }

    /** Takes a decided quote along if its words stand, and with it everything found in the same place. */
    private boolean carry(Quote quote, Relocation relocation, BitSet taken) {
        Wording old = quote.wording();
        Optional<Wording> moved = relocation.find(old);
        moved.ifPresent(wording -> {
            taken.set(wording.start(), wording.end());
            if (quote.articleVersion() == articleVersion) {
                return;
            }
            quote.moveTo(articleVersion, wording, at);
            Attribution speaker = quote.speaker();
            if (speaker != null && speaker.mention() != null) {
                quote.locateSpeaker(relocation.find(speaker.mention(), old, wording));
            }
        });
        return moved.isPresent();
    }

    /** The same words found again are the same quote; of several, the nearest to where it stood. */
    private boolean findAgain(Quote quote, OpenQuotes open) {
        Wording old = quote.wording();
        Optional<OpenQuotes.Open> nearest = open.takeNearest(old.content(), old.start());
        nearest.ifPresent(again -> {
            FoundQuote found = again.found();
            quote.moveTo(articleVersion, again.wording(), at);
            quote.findAgain(attribution(found.speaker()), found.confidence(), found.reason());
        });
        return nearest.isPresent();
    }

    private Quote fresh(OpenQuotes.Open open) {
        FoundQuote found = open.found();
        return Quote.extracted(
                Ids.next(),
                articleId,
                articleVersion,
                open.wording(),
                attribution(found.speaker()),
                found.confidence(),
                found.reason(),
                at);
    }

    private Wording wording(FoundQuote found) {
        return QuotedText.in(body).wording(found.kind(), found.segments(), found.cue());
    }

    private @Nullable Attribution attribution(@Nullable FoundSpeaker speaker) {
        if (speaker == null) {
            return null;
        }
        Integer entity = speaker.entity();
        return new Attribution(
                speaker.name(), mention(speaker.mention()), entity == null ? null : entities.get(entity));
    }

    private static @Nullable SpeakerMention mention(@Nullable FoundMention mention) {
        return mention == null
                ? null
                : new SpeakerMention(
                        mention.text(), mention.span().start(), mention.span().end(), mention.kind());
    }
}

package org.onrecord.quote;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.FoundMention;
import org.onrecord.extraction.FoundQuote;
import org.onrecord.extraction.FoundSpeaker;
import org.onrecord.kernel.Ids;
import org.onrecord.text.CodePoints;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps an article's quotes through new versions and new readings. What a person decided stays wherever its words still
 * stand; what only the machine said gives way to what it says now; a quote found again is the same quote.
 */
@Service
public class QuoteKeeper {

    private final Quotes quotes;
    private final Clock clock;

    QuoteKeeper(Quotes quotes, Clock clock) {
        this.quotes = quotes;
        this.clock = clock;
    }

    /**
     * Stores what was found in a version of an article, inside the caller's transaction.
     *
     * @param previousVersion the version that held before; the same one when it is only read again
     * @param body of the version
     * @param entities ids of the analysis' entities, in its order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public QuoteChanges keep(
            UUID articleId,
            int previousVersion,
            int articleVersion,
            CodePoints body,
            List<FoundQuote> found,
            List<UUID> entities) {
        List<Quote> before = quotes.findByArticle(articleId);
        var reading = new Reading(articleId, articleVersion, body, entities, clock.instant());
        List<FoundQuote> open = new ArrayList<>(found);
        int kept = 0;
        int gone = 0;
        for (Quote quote : before) {
            boolean standing = quote.status().isDecided() || quote.deletedAt() != null
                    ? reading.carry(quote, open)
                    : reading.findAgain(quote, open);
            if (standing) {
                kept++;
            } else if (quote.articleVersion() == previousVersion) {
                gone++;
                if (quote.articleVersion() == articleVersion) {
                    quotes.delete(quote);
                }
            }
        }
        List<Quote> fresh = open.stream().map(reading::fresh).toList();
        quotes.saveAll(fresh);
        return new QuoteChanges(fresh.size(), kept, gone);
    }

    /** One reading of one version. */
    private record Reading(UUID articleId, int articleVersion, CodePoints body, List<UUID> entities, Instant at) {

        /** Takes a decided quote along if its words stand, and with it everything found in the same place. */
        boolean carry(Quote quote, List<FoundQuote> open) {
            Wording old = quote.wording();
            var relocation = new Relocation(body);
            Optional<Wording> moved = relocation.find(old);
            moved.ifPresent(wording -> {
                open.removeIf(found -> found.extent().start() < wording.end()
                        && wording.start() < found.extent().end());
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
        boolean findAgain(Quote quote, List<FoundQuote> open) {
            Wording old = quote.wording();
            FoundQuote nearest = null;
            for (FoundQuote found : open) {
                boolean same = wording(found).content().equals(old.content());
                if (same && (nearest == null || distance(found, old) < distance(nearest, old))) {
                    nearest = found;
                }
            }
            if (nearest == null) {
                return false;
            }
            open.remove(nearest);
            quote.moveTo(articleVersion, wording(nearest), at);
            quote.findAgain(attribution(nearest.speaker()), nearest.confidence(), nearest.reason());
            return true;
        }

        private static int distance(FoundQuote found, Wording old) {
            return Math.abs(found.extent().start() - old.start());
        }

        Quote fresh(FoundQuote found) {
            return Quote.extracted(
                    Ids.next(),
                    articleId,
                    articleVersion,
                    wording(found),
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
                            mention.text(),
                            mention.span().start(),
                            mention.span().end(),
                            mention.kind());
        }
    }
}

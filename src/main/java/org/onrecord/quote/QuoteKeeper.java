package org.onrecord.quote;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.onrecord.extraction.FoundQuote;
import org.onrecord.text.CodePoints;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores what becomes of an article's quotes when a version of its text has been read; {@link QuoteMatching} decides. */
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
        var matching = new QuoteMatching(articleId, previousVersion, articleVersion, body, entities, clock.instant());
        QuoteMatching.Outcome outcome = matching.match(quotes.findByArticle(articleId), found);
        outcome.dropped().forEach(quotes::delete);
        quotes.saveAll(outcome.fresh());
        return outcome.changes();
    }
}

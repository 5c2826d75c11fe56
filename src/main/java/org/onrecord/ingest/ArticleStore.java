package org.onrecord.ingest;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleChanged;
import org.onrecord.article.ArticleVersion;
import org.onrecord.article.ArticleVersions;
import org.onrecord.article.VersionReason;
import org.onrecord.entity.MentionKeeper;
import org.onrecord.extraction.Analysis;
import org.onrecord.kernel.Ids;
import org.onrecord.quote.QuoteChanges;
import org.onrecord.quote.QuoteKeeper;
import org.onrecord.text.CodePoints;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores a version of an article together with all that was found in it, inside the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ArticleStore {

    private final ArticleVersions versions;
    private final MentionKeeper mentions;
    private final QuoteKeeper quotes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ArticleStore(
            ArticleVersions versions,
            MentionKeeper mentions,
            QuoteKeeper quotes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.mentions = mentions;
        this.quotes = quotes;
        this.events = events;
        this.clock = clock;
    }

    void firstVersion(Article article, PreparedArticle prepared, UUID itemId, Caller by) {
        store(article, article.currentVersion(), prepared, VersionReason.RECEIVED, itemId, by);
    }

    /** @param itemId the item the version was made from, or null for an edit */
    void nextVersion(
            Article article, PreparedArticle prepared, VersionReason reason, @Nullable UUID itemId, Caller by) {
        store(article, article.nextVersion(), prepared, reason, itemId, by);
    }

    private void store(
            Article article,
            int number,
            PreparedArticle prepared,
            VersionReason reason,
            @Nullable UUID itemId,
            Caller by) {
        versions.save(new ArticleVersion(
                Ids.next(),
                article.id(),
                number,
                prepared.text(),
                prepared.removed(),
                reason,
                clock.instant(),
                by.id(),
                itemId));
        keep(article, Math.max(1, number - 1), prepared.text().body(), prepared.analysis());
    }

    /** Replaces what was found in the current version by what is found now. */
    QuoteChanges reread(Article article, String body, Analysis analysis) {
        return keep(article, article.currentVersion(), body, analysis);
    }

    private QuoteChanges keep(Article article, int previousVersion, String body, Analysis analysis) {
        List<UUID> entities = mentions.keep(article.id(), article.currentVersion(), analysis.entities());
        QuoteChanges changes = quotes.keep(
                article.id(),
                previousVersion,
                article.currentVersion(),
                new CodePoints(body),
                analysis.quotes(),
                entities);
        announce(article);
        return changes;
    }

    /** Tells those who must know that the article is not what it was. */
    void announce(Article article) {
        events.publishEvent(new ArticleChanged(article.id()));
    }
}

package org.onrecord.archive;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleChanged;
import org.onrecord.article.ArticleMetadata;
import org.onrecord.article.ArticleStatus;
import org.onrecord.article.ArticleText;
import org.onrecord.article.ArticleVersion;
import org.onrecord.article.ArticleVersions;
import org.onrecord.article.RemovedText;
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
public class ArticleStore {

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

    /**
     * Where a version comes from.
     *
     * @param itemId the item it was made from, or null for an edit
     */
    public record Origin(VersionReason reason, @Nullable UUID itemId, Caller by) {}

    public void firstVersion(
            Article article, ArticleText text, List<RemovedText> removed, Analysis analysis, Origin origin) {
        store(article, article.currentVersion(), text, removed, analysis, origin);
    }

    public void nextVersion(
            Article article, ArticleText text, List<RemovedText> removed, Analysis analysis, Origin origin) {
        store(article, article.nextVersion(), text, removed, analysis, origin);
    }

    private void store(
            Article article,
            int number,
            ArticleText text,
            List<RemovedText> removed,
            Analysis analysis,
            Origin origin) {
        versions.save(new ArticleVersion(
                Ids.next(),
                article.id(),
                number,
                text,
                removed,
                article.isPublished(),
                origin.reason(),
                clock.instant(),
                origin.by().id(),
                origin.itemId()));
        keep(article, Math.max(1, number - 1), text.body(), analysis);
    }

    /** Replaces what was found in the current version by what is found now. */
    QuoteChanges replaceFindings(Article article, String body, Analysis analysis) {
        return keep(article, article.currentVersion(), body, analysis);
    }

    private QuoteChanges keep(Article article, int previousVersion, String body, Analysis analysis) {
        List<UUID> entities = mentions.keep(
                article.id(), article.outletId(), previousVersion, article.currentVersion(), analysis.entities());
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

    /**
     * Tells the other modules what changed of an article besides its text, if anything did.
     *
     * @return whether anything did
     */
    public boolean announceChanges(Article article, ArticleMetadata before, ArticleStatus statusBefore) {
        if (statusBefore != article.status()) {
            announceAppearance(article);
            return true;
        }
        boolean changed = !before.equals(article.metadata());
        if (changed) {
            announce(article);
        }
        return changed;
    }

    /**
     * Lets readers see the article from now on, or no longer, as its status and deletion say; so whom and what it names
     * may be known to them, or no longer.
     */
    void announceAppearance(Article article) {
        if (article.isPublished()) {
            versions.show(article.id(), article.currentVersion());
        }
        mentions.announce(article.id(), article.currentVersion());
        announce(article);
    }

    /** Tells the other modules that the article changed. */
    private void announce(Article article) {
        events.publishEvent(new ArticleChanged(article.id()));
    }
}

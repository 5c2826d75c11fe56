package org.onrecord.archive;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.problem.Conflict;
import org.onrecord.archive.ArticleStore.Origin;
import org.onrecord.archive.Receipt.Result;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleMetadata;
import org.onrecord.article.ArticleStatus;
import org.onrecord.article.ArticleText;
import org.onrecord.article.ArticleVersion;
import org.onrecord.article.ArticleVersions;
import org.onrecord.article.Articles;
import org.onrecord.article.OutletRegister;
import org.onrecord.article.OutletSlug;
import org.onrecord.article.Outlets;
import org.onrecord.article.RemovedText;
import org.onrecord.article.ShownArticles;
import org.onrecord.article.VersionReason;
import org.onrecord.extraction.Analysis;
import org.onrecord.kernel.ExpectedVersion;
import org.onrecord.kernel.Missing;
import org.onrecord.quote.QuoteChanges;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes stored articles: edits, deletes, restores and re-extracts them. */
@Service
public class ArticleEditing {

    private final Articles articles;
    private final ShownArticles shown;
    private final ArticleVersions versions;
    private final Outlets outlets;
    private final OutletRegister register;
    private final ArticleAnalyser analyser;
    private final ArticleStore store;
    private final LongTexts longTexts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ArticleEditing(
            Articles articles,
            ShownArticles shown,
            ArticleVersions versions,
            Outlets outlets,
            OutletRegister register,
            ArticleAnalyser analyser,
            ArticleStore store,
            LongTexts longTexts,
            TransactionTemplate transaction,
            Clock clock) {
        this.articles = articles;
        this.shown = shown;
        this.versions = versions;
        this.outlets = outlets;
        this.register = register;
        this.analyser = analyser;
        this.store = store;
        this.longTexts = longTexts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * An article with its text, as somebody wants it to be.
     *
     * @param outlet null for none; it, not the metadata's id, says who printed the article
     */
    public record Manuscript(
            @Nullable OutletSlug outlet, ArticleMetadata metadata, ArticleStatus status, ArticleText text) {}

    /**
     * Edits an article. Other words make a new version of its text; anything else changes the article only.
     *
     * @param by who edits it
     * @param edit makes of the article as it is the article as it shall be
     */
    public Receipt edit(UUID articleId, ExpectedVersion expected, Caller by, UnaryOperator<Manuscript> edit) {
        Article seen = shown.find(articleId);
        expected.check(seen.version());
        ArticleVersion current = currentVersion(seen);
        Manuscript wanted = edit.apply(new Manuscript(outlet(seen), seen.metadata(), seen.status(), current.text()));
        if (wanted.text().sha256().equals(current.textSha256())) {
            return store(articleId, expected, article -> apply(article, wanted, current.removed(), null, by));
        }
        int length = wanted.text().body().length();
        return longTexts.workOn(length, () -> {
            Analysis analysis = analyser.analyse(wanted.text());
            return longTexts.store(
                    length,
                    () -> store(
                            articleId, expected, article -> apply(article, wanted, current.removed(), analysis, by)));
        });
    }

    private Receipt store(UUID articleId, ExpectedVersion expected, Function<Article, Receipt> change) {
        return transaction.execute(status -> {
            Article article = shown.findForUpdate(articleId);
            expected.check(article.version());
            return change.apply(article);
        });
    }

    /** @param analysis of the words wanted; null where they are those of the current version */
    private Receipt apply(
            Article article, Manuscript wanted, List<RemovedText> removed, @Nullable Analysis analysis, Caller by) {
        ArticleMetadata before = article.metadata();
        ArticleStatus statusBefore = article.status();
        article.describe(withOutlet(wanted));
        article.become(wanted.status());
        if (analysis != null) {
            store.nextVersion(article, wanted.text(), removed, analysis, new Origin(VersionReason.EDITED, null, by));
        }
        boolean changed = store.announceChanges(article, before, statusBefore);
        return new Receipt(
                article.id(), analysis != null ? Result.VERSIONED : changed ? Result.UPDATED : Result.UNCHANGED);
    }

    private ArticleMetadata withOutlet(Manuscript wanted) {
        OutletSlug slug = wanted.outlet();
        return wanted.metadata().printedBy(slug == null ? null : register.findOrMake(slug, null));
    }

    private @Nullable OutletSlug outlet(Article article) {
        return Optional.ofNullable(article.outletId())
                .flatMap(outlets::findById)
                .map(outlet -> new OutletSlug(outlet.slug()))
                .orElse(null);
    }

    @Transactional
    public void delete(UUID articleId, ExpectedVersion expected) {
        Article article = shown.findForUpdate(articleId);
        expected.check(article.version());
        article.delete(clock.instant());
        store.announceAppearance(article);
    }

    /** Brings a deleted article back as what it was; one that is not deleted stays as it is. */
    @Transactional
    public void restore(UUID articleId) {
        Article article = articles.findByIdForUpdate(articleId).orElseThrow(() -> new Missing("article", articleId));
        if (article.isDeleted()) {
            article.restore();
            store.announceAppearance(article);
        }
    }

    /**
     * Analyses the current text again and replaces what was found in it. What people decided about a quote stays where
     * the quote's words still stand.
     *
     * @param dryRun whether only to tell what would change
     * @throws Conflict if the text changed while it was analysed
     */
    public QuoteChanges reextract(UUID articleId, boolean dryRun) {
        Article seen = shown.find(articleId);
        ArticleText text = currentVersion(seen).text();
        int length = text.body().length();
        return longTexts.workOn(length, () -> {
            Analysis analysis = analyser.analyse(text);
            return longTexts.store(length, () -> replaceFindings(seen, text, analysis, dryRun));
        });
    }

    private QuoteChanges replaceFindings(Article seen, ArticleText text, Analysis analysis, boolean dryRun) {
        return transaction.execute(status -> {
            Article article = shown.findForUpdate(seen.id());
            if (article.currentVersion() != seen.currentVersion()) {
                throw new Conflict("The article got a new version meanwhile; try again.", ArticleAddress.of(seen.id()));
            }
            if (dryRun) {
                status.setRollbackOnly();
            }
            return store.replaceFindings(article, text.body(), analysis);
        });
    }

    private ArticleVersion currentVersion(Article article) {
        return versions.findByArticleIdAndNumber(article.id(), article.currentVersion())
                .orElseThrow();
    }
}

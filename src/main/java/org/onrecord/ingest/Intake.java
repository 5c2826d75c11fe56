package org.onrecord.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.ETag;
import org.onrecord.api.Preconditions;
import org.onrecord.api.problem.Conflict;
import org.onrecord.archive.ArticleAddress;
import org.onrecord.archive.ArticleStore;
import org.onrecord.archive.ArticleStore.Origin;
import org.onrecord.archive.Receipt;
import org.onrecord.archive.Receipt.Result;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleMetadata;
import org.onrecord.article.ArticleStatus;
import org.onrecord.article.ArticleVersions;
import org.onrecord.article.Articles;
import org.onrecord.article.OutletRegister;
import org.onrecord.article.ReceivedItem;
import org.onrecord.article.ReceivedItems;
import org.onrecord.article.VersionReason;
import org.onrecord.kernel.Ids;
import org.onrecord.kernel.Unfit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes news items in. They are prepared first; then one short transaction stores article, version, names, mentions and
 * quotes together, so that a crash leaves all of it or nothing.
 */
@Service
public class Intake {

    private final Preparation preparation;
    private final OutletRegister outlets;
    private final KnownArticles known;
    private final Articles articles;
    private final ArticleVersions versions;
    private final ReceivedItems items;
    private final ArticleStore store;
    private final TransactionTemplate transaction;
    private final IntakeCounts counts;
    private final Clock clock;

    Intake(
            Preparation preparation,
            OutletRegister outlets,
            KnownArticles known,
            Articles articles,
            ArticleVersions versions,
            ReceivedItems items,
            ArticleStore store,
            TransactionTemplate transaction,
            IntakeCounts counts,
            Clock clock) {
        this.preparation = preparation;
        this.outlets = outlets;
        this.known = known;
        this.articles = articles;
        this.versions = versions;
        this.items = items;
        this.store = store;
        this.transaction = transaction;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * Cleans and analyses a delivery, touching nothing stored.
     *
     * @throws Unfit if nothing is left to store, or more than the archive takes
     */
    public PreparedArticle prepare(Delivery delivery) {
        return counts.countRefusals(() -> preparation.prepare(delivery));
    }

    /**
     * Stores a delivery, or finds that the archive holds it already. Joins a transaction that is open.
     *
     * @param by who hands it in
     * @param preconditions what the article, if there is one, must be like
     * @throws Conflict if the article was deleted here, or its URL and external id belong to two articles
     */
    public Receipt store(PreparedArticle prepared, Caller by, Preconditions preconditions) {
        return store(prepared, by, preconditions, receipt -> {});
    }

    /**
     * As {@link #store(PreparedArticle, Caller, Preconditions)}, without preconditions.
     *
     * @param witness told what became of the delivery, within the transaction
     */
    public Receipt store(PreparedArticle prepared, Caller by, Consumer<Receipt> witness) {
        return store(prepared, by, Preconditions.NONE, witness);
    }

    private Receipt store(PreparedArticle prepared, Caller by, Preconditions preconditions, Consumer<Receipt> witness) {
        return counts.countRefusals(() -> transaction.execute(status -> {
            Receipt receipt = storeInTransaction(prepared, by, preconditions);
            witness.accept(receipt);
            counts.countOnCommit(receipt.result());
            return receipt;
        }));
    }

    private Receipt storeInTransaction(PreparedArticle prepared, Caller by, Preconditions preconditions) {
        Delivery.Metadata given = prepared.delivery().metadata();
        UUID outletId = given.outlet() == null ? null : outlets.findOrMake(given.outlet(), given.outletName());
        Optional<Article> article = known.lockAndFind(prepared, outletId);
        if (article.isEmpty()) {
            preconditions.checkMayCreate();
            return storeFirst(prepared, outletId, by);
        }
        ETag tag = ETag.of(article.get().version());
        preconditions.checkAbsent(tag);
        preconditions.checkMatch(tag);
        return storeAgain(article.get(), prepared, outletId, by);
    }

    private Receipt storeFirst(PreparedArticle prepared, @Nullable UUID outletId, Caller by) {
        Instant now = clock.instant();
        ArticleStatus status = prepared.delivery().metadata().status();
        Article article = articles.save(new Article(
                Ids.next(),
                metadata(prepared, outletId),
                status == null ? ArticleStatus.PUBLISHED : status,
                prepared.receivedSha256(),
                now));
        UUID itemId = keepItem(article, prepared.delivery().content(), now);
        store.firstVersion(
                article,
                prepared.text(),
                prepared.removed(),
                prepared.analysis(),
                new Origin(VersionReason.RECEIVED, itemId, by));
        return new Receipt(article.id(), Result.CREATED);
    }

    private Receipt storeAgain(Article article, PreparedArticle prepared, @Nullable UUID outletId, Caller by) {
        if (article.isDeleted()) {
            throw new Conflict(
                    "This article was deleted at " + article.deletedAt() + "; restore it to go on with it.",
                    ArticleAddress.of(article.id()));
        }
        if (outletId != null && article.outletId() != null && !outletId.equals(article.outletId())) {
            throw new Conflict("The article at this URL belongs to another outlet.", ArticleAddress.of(article.id()));
        }
        ArticleMetadata before = article.metadata();
        ArticleStatus statusBefore = article.status();
        article.describe(merged(before, metadata(prepared, outletId)));
        ArticleStatus given = prepared.delivery().metadata().status();
        if (given != null) {
            article.becomeAsDelivered(given);
        }
        boolean reworded = !isCurrentText(article, prepared);
        if (reworded) {
            UUID itemId = keepItem(article, prepared.delivery().content(), clock.instant());
            store.nextVersion(
                    article,
                    prepared.text(),
                    prepared.removed(),
                    prepared.analysis(),
                    new Origin(VersionReason.RECEIVED_AGAIN, itemId, by));
        }
        boolean changed = store.announceChanges(article, before, statusBefore);
        return new Receipt(article.id(), reworded ? Result.VERSIONED : changed ? Result.UPDATED : Result.UNCHANGED);
    }

    private boolean isCurrentText(Article article, PreparedArticle prepared) {
        return versions.findByArticleIdAndNumber(article.id(), article.currentVersion())
                .orElseThrow()
                .textSha256()
                .equals(prepared.text().sha256());
    }

    private UUID keepItem(Article article, Delivery.Content content, Instant at) {
        return items.save(new ReceivedItem(Ids.next(), article.id(), content.mediaType(), content.received(), at))
                .getId();
    }

    private static ArticleMetadata metadata(PreparedArticle prepared, @Nullable UUID outletId) {
        Delivery.Metadata given = prepared.delivery().metadata();
        return new ArticleMetadata(
                outletId,
                given.url(),
                given.externalId(),
                given.publishedAt(),
                given.modifiedAt(),
                given.section(),
                given.tags(),
                given.rights(),
                given.language() == null ? prepared.analysis().language() : given.language());
    }

    /** What a later delivery leaves out stays as it was. */
    private static ArticleMetadata merged(ArticleMetadata known, ArticleMetadata given) {
        return new ArticleMetadata(
                given.outletId() == null ? known.outletId() : given.outletId(),
                given.url() == null ? known.url() : given.url(),
                given.externalId() == null ? known.externalId() : given.externalId(),
                given.publishedAt() == null ? known.publishedAt() : given.publishedAt(),
                given.modifiedAt() == null ? known.modifiedAt() : given.modifiedAt(),
                given.section() == null ? known.section() : given.section(),
                given.tags().isEmpty() ? known.tags() : given.tags(),
                given.rights() == null ? known.rights() : given.rights(),
                given.language());
    }
}

package org.onrecord.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.ETag;
import org.onrecord.api.Preconditions;
import org.onrecord.api.problem.Conflict;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleMetadata;
import org.onrecord.article.ArticleStatus;
import org.onrecord.article.ArticleVersions;
import org.onrecord.article.Articles;
import org.onrecord.article.OutletRegister;
import org.onrecord.article.ReceivedItem;
import org.onrecord.article.ReceivedItems;
import org.onrecord.article.VersionReason;
import org.onrecord.ingest.Receipt.Result;
import org.onrecord.kernel.Ids;
import org.onrecord.kernel.WriteGate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes news items in. Cleaning and reading happen first; then one short transaction stores article, version, names,
 * mentions and quotes together, so that a crash leaves all of it or nothing.
 *
 * <p>Two deliveries are the same article when they share the URL, or outlet and external id, or, where neither is
 * given, outlet and every received character. Deliveries of one article are stored one after the other.
 */
@Service
public class Intake {

    private final ArticleReader preparation;
    private final OutletRegister outlets;
    private final Articles articles;
    private final ArticleVersions versions;
    private final ReceivedItems items;
    private final ArticleStore store;
    private final JdbcClient jdbc;
    private final WriteGate gate;
    private final TransactionTemplate transaction;
    private final IntakeCounts counts;
    private final Clock clock;

    Intake(
            ArticleReader preparation,
            OutletRegister outlets,
            Articles articles,
            ArticleVersions versions,
            ReceivedItems items,
            ArticleStore store,
            JdbcClient jdbc,
            WriteGate gate,
            TransactionTemplate transaction,
            IntakeCounts counts,
            Clock clock) {
        this.preparation = preparation;
        this.outlets = outlets;
        this.articles = articles;
        this.versions = versions;
        this.items = items;
        this.store = store;
        this.jdbc = jdbc;
        this.gate = gate;
        this.transaction = transaction;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * Cleans and reads a delivery, touching nothing stored.
     *
     * @throws InvalidInput if nothing is left to store, or more than the archive takes
     */
    public ReadDelivery read(Delivery delivery) {
        return counts.countRefusals(() -> preparation.prepare(delivery));
    }

    /**
     * Stores a delivery, or finds that the archive holds it already. Joins a transaction that is open.
     *
     * @param by who hands it in
     * @param preconditions what the article, if there is one, must be like
     * @throws Conflict if the article was deleted here, or its URL and external id belong to two articles
     */
    public Receipt store(ReadDelivery read, Caller by, Preconditions preconditions) {
        return store(read, by, preconditions, receipt -> {});
    }

    /**
     * As {@link #store(ReadDelivery, Caller, Preconditions)}, whatever is there.
     *
     * @param witness told what became of the delivery, within the transaction
     */
    public Receipt store(ReadDelivery read, Caller by, Consumer<Receipt> witness) {
        return store(read, by, Preconditions.NONE, witness);
    }

    private Receipt store(ReadDelivery read, Caller by, Preconditions preconditions, Consumer<Receipt> witness) {
        return counts.countRefusals(() -> gate.through(() -> transaction.execute(status -> {
            Receipt receipt = storeInTransaction(read, by, preconditions);
            witness.accept(receipt);
            counts.countOnCommit(receipt.result());
            return receipt;
        })));
    }

    private Receipt storeInTransaction(ReadDelivery read, Caller by, Preconditions preconditions) {
        Delivery.Metadata given = read.delivery().metadata();
        UUID outletId = given.outlet() == null ? null : outlets.findOrMake(given.outlet(), given.outletName());
        lockIdentity(given, outletId, read);
        Optional<Article> known = find(given, outletId, read);
        if (known.isEmpty()) {
            preconditions.checkMayCreate();
            return storeFirst(read, outletId, by);
        }
        preconditions.checkAbsent(ETag.of(known.get().version()));
        preconditions.checkMatch(ETag.of(known.get().version()));
        return storeAgain(known.get(), read, outletId, by);
    }

    /** Parallel deliveries of one article wait here for each other; the order of the locks is the same for all. */
    private void lockIdentity(Delivery.Metadata given, @Nullable UUID outletId, ReadDelivery read) {
        List<String> identities = new ArrayList<>();
        if (given.url() != null) {
            identities.add("url " + given.url());
        }
        if (given.externalId() != null) {
            identities.add("external " + outletId + " " + given.externalId());
        }
        if (identities.isEmpty()) {
            identities.add("received " + outletId + " " + read.receivedSha256());
        }
        jdbc.sql("""
                        select pg_advisory_xact_lock(number)
                        from (select distinct hashtextextended(identity, 1) as number
                              from unnest(:identities) as given (identity) order by 1) as ordered
                        """)
                .param("identities", identities.toArray(String[]::new))
                .query()
                .listOfRows();
    }

    private Optional<Article> find(Delivery.Metadata given, @Nullable UUID outletId, ReadDelivery read) {
        if (given.url() == null && given.externalId() == null) {
            return articles.findByReceived(outletId, read.receivedSha256());
        }
        List<Article> known = Stream.of(
                        Optional.ofNullable(given.url()).flatMap(articles::findByUrl),
                        Optional.ofNullable(given.externalId())
                                .flatMap(externalId -> articles.findByExternalId(outletId, externalId)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (known.size() > 1) {
            throw new Conflict(
                    "The URL and the external id belong to two different articles.",
                    ArticleAddress.of(known.get(0).id()));
        }
        return known.stream().findFirst();
    }

    private Receipt storeFirst(ReadDelivery read, @Nullable UUID outletId, Caller by) {
        Delivery.Metadata given = read.delivery().metadata();
        Instant now = clock.instant();
        ArticleStatus status = given.status();
        Article article = articles.save(new Article(
                Ids.next(),
                metadata(given, outletId, read),
                status == null ? ArticleStatus.PUBLISHED : status,
                read.receivedSha256(),
                now));
        UUID itemId = keepItem(article, read.delivery(), now);
        store.firstVersion(article, read.prepared(), itemId, by);
        return new Receipt(article.id(), Result.CREATED);
    }

    private Receipt storeAgain(Article article, ReadDelivery read, @Nullable UUID outletId, Caller by) {
        PreparedArticle prepared = read.prepared();
        if (article.isDeleted()) {
            throw new Conflict(
                    "This article was deleted at " + article.deletedAt() + "; restore it to go on with it.",
                    ArticleAddress.of(article.id()));
        }
        if (outletId != null && article.outletId() != null && !outletId.equals(article.outletId())) {
            throw new Conflict("The article at this URL belongs to another outlet.", ArticleAddress.of(article.id()));
        }
        ArticleMetadata before = article.metadata();
        article.describe(merged(before, metadata(read.delivery().metadata(), outletId, read)));
        if (isCurrentText(article, prepared)) {
            boolean same = before.equals(article.metadata());
            if (!same) {
                store.announce(article);
            }
            return new Receipt(article.id(), same ? Result.UNCHANGED : Result.UPDATED);
        }
        UUID itemId = keepItem(article, read.delivery(), clock.instant());
        store.nextVersion(article, prepared, VersionReason.RECEIVED_AGAIN, itemId, by);
        return new Receipt(article.id(), Result.VERSIONED);
    }

    private boolean isCurrentText(Article article, PreparedArticle prepared) {
        return versions.findByArticleIdAndNumber(article.id(), article.currentVersion())
                .orElseThrow()
                .textSha256()
                .equals(prepared.text().sha256());
    }

    private UUID keepItem(Article article, Delivery delivery, Instant at) {
        Delivery.Content content = delivery.content();
        return items.save(new ReceivedItem(Ids.next(), article.id(), content.mediaType(), content.received(), at))
                .getId();
    }

    private static ArticleMetadata metadata(Delivery.Metadata given, @Nullable UUID outletId, ReadDelivery read) {
        return new ArticleMetadata(
                outletId,
                given.url(),
                given.externalId(),
                given.publishedAt(),
                given.modifiedAt(),
                given.section(),
                given.tags(),
                given.rights(),
                given.language() == null ? read.prepared().analysis().language() : given.language());
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

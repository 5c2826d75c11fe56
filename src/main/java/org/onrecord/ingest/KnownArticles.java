package org.onrecord.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.problem.Conflict;
import org.onrecord.archive.ArticleAddress;
import org.onrecord.article.Article;
import org.onrecord.article.Articles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the article that a delivery is of. A delivery is of a known article when they share the URL, or outlet and
 * external id, or, where the delivery gives neither, outlet and every received character.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KnownArticles {

    private final Articles articles;
    private final JdbcClient jdbc;

    KnownArticles(Articles articles, JdbcClient jdbc) {
        this.articles = articles;
        this.jdbc = jdbc;
    }

    /**
     * Finds the article and locks what identifies it until the transaction ends, so that parallel deliveries of one
     * article, known or new, are stored one after the other.
     *
     * @throws Conflict if URL and external id belong to two articles
     */
    Optional<Article> lockAndFind(PreparedArticle prepared, @Nullable UUID outletId) {
        Delivery.Metadata given = prepared.delivery().metadata();
        lock(given, outletId, prepared.receivedSha256());
        return find(given, outletId, prepared.receivedSha256());
    }

    /** The locks are taken in one order by all, so that no two deliveries wait for each other. */
    private void lock(Delivery.Metadata given, @Nullable UUID outletId, String receivedSha256) {
        List<String> identities = new ArrayList<>();
        if (given.url() != null) {
            identities.add("url " + given.url());
        }
        if (given.externalId() != null) {
            identities.add("external " + outletId + " " + given.externalId());
        }
        if (identities.isEmpty()) {
            identities.add("received " + outletId + " " + receivedSha256);
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

    private Optional<Article> find(Delivery.Metadata given, @Nullable UUID outletId, String receivedSha256) {
        if (given.url() == null && given.externalId() == null) {
            return articles.findByReceived(outletId, receivedSha256);
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
}

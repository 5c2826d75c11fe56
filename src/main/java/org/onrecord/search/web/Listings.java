package org.onrecord.search.web;

import java.time.Instant;
import org.onrecord.entity.NamedEntityView;
import org.onrecord.search.listing.ArticleLists;
import org.onrecord.search.listing.ArticleSummary;
import org.onrecord.search.listing.EntityLists;
import org.onrecord.search.listing.ListedArticle;
import org.onrecord.search.listing.QuoteLists;
import org.onrecord.search.listing.QuoteLists.ListedQuote;
import org.springframework.stereotype.Component;

/** How each subject's results are shown in every format. */
@Component
class Listings {

    private final Listing<ListedArticle> articles;
    private final Listing<ListedQuote> quotes;
    private final Listing<NamedEntityView> entities;

    Listings(ArticleLists articles, QuoteLists quotes, EntityLists entities) {
        this.articles = new Listing<>(
                (found, expansions) -> articles.show(found.hits(), expansions),
                articles::highlight,
                Table.ARTICLES,
                Listings::entry);
        this.quotes = new Listing<>(
                (found, ignored) -> quotes.show(found.ids()), quotes::highlight, Table.QUOTES, Listings::entry);
        this.entities = new Listing<>(
                (found, ignored) -> entities.show(found.ids()),
                (shown, ignored) -> shown,
                Table.ENTITIES,
                Listings::entry);
    }

    Listing<ListedArticle> articles() {
        return articles;
    }

    Listing<ListedQuote> quotes() {
        return quotes;
    }

    Listing<NamedEntityView> entities() {
        return entities;
    }

    private static FeedEntry entry(ListedArticle listed) {
        ArticleSummary article = listed.shown().article();
        Instant published = article.publishedAt();
        Instant updated = article.modifiedAt() != null
                ? article.modifiedAt()
                : published != null ? published : article.ingestedAt();
        return new FeedEntry(
                article.id(),
                article.headline(),
                article.url(),
                article.outlet() == null ? article.byline() : article.outlet().name(),
                article.standfirst(),
                published,
                updated);
    }

    private static FeedEntry entry(ListedQuote listed) {
        var quote = listed.quote();
        var article = listed.article();
        String speaker = quote.speaker() == null ? null : quote.speaker().name();
        return new FeedEntry(
                quote.id(),
                (speaker == null ? "" : speaker + ": ") + "“" + quote.content() + "”",
                article.url(),
                speaker,
                article.headline(),
                article.publishedAt(),
                article.publishedAt() == null ? Instant.EPOCH : article.publishedAt());
    }

    private static FeedEntry entry(NamedEntityView entity) {
        return new FeedEntry(
                entity.id(),
                entity.name(),
                null,
                null,
                entity.description(),
                entity.firstSeen(),
                entity.lastSeen() == null ? Instant.EPOCH : entity.lastSeen());
    }
}

package org.onrecord.ingest.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ETag;
import org.onrecord.api.problem.NoSuchResource;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleView;
import org.onrecord.article.Articles;
import org.onrecord.article.Expansion;
import org.onrecord.article.PrintedArticle;
import org.onrecord.article.ShownArticles;
import org.onrecord.entity.EntityInArticle;
import org.onrecord.entity.Mentions;
import org.onrecord.ingest.Receipt;
import org.onrecord.quote.QuoteViews;
import org.springframework.stereotype.Component;

/** Shows articles with what was found in them. Without a transaction, which would take longer than the one query of most. */
@Component
class WholeArticles {

    private final Articles articles;
    private final ShownArticles shown;
    private final Mentions mentions;
    private final QuoteViews quotes;

    WholeArticles(Articles articles, ShownArticles shown, Mentions mentions, QuoteViews quotes) {
        this.articles = articles;
        this.shown = shown;
        this.mentions = mentions;
        this.quotes = quotes;
    }

    /** An article as shown, and the tag of this way of showing it. */
    record Tagged(ETag tag, WholeArticleView view) {}

    Tagged show(UUID id, Set<Expansion> expansions, Receipt.@Nullable Result result) {
        PrintedArticle printed = shown.findPrinted(id);
        ArticleView article = printed.view();
        int version = article.version();
        WholeArticleView view = new WholeArticleView(
                expansions.contains(Expansion.OUTLET) ? article.with(printed.outlet()) : article,
                result,
                expansions.contains(Expansion.QUOTES) ? quotes.inArticle(id, version) : null,
                expansions.contains(Expansion.ENTITIES) ? EntityInArticle.gather(mentions.listOf(id, version)) : null);
        return new Tagged(tag(printed, expansions, view), view);
    }

    Tagged showByUrl(String url, Set<Expansion> expansions) {
        UUID id = articles.findByUrl(url).map(Article::id).orElseThrow(() -> new NoSuchResource("article at", url));
        return show(id, expansions, null);
    }

    /** What is expanded changes without the article changing, so the tag of an expansion hangs on its content. */
    private static ETag tag(PrintedArticle article, Set<Expansion> expansions, WholeArticleView view) {
        ETag tag = ETag.of(article.revision());
        return expansions.isEmpty()
                ? tag
                : tag.variant(
                        List.copyOf(expansions),
                        Objects.requireNonNullElse(view.quotes(), List.of()),
                        Objects.requireNonNullElse(view.entities(), List.of()),
                        Objects.requireNonNullElse(article.outlet(), ""));
    }
}

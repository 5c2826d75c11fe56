package org.onrecord.archive;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.ETag;
import org.onrecord.article.Expansion;
import org.onrecord.article.PrintedArticle;
import org.onrecord.article.ShownArticles;
import org.onrecord.entity.EntityInArticle;
import org.onrecord.entity.MentionViews;
import org.onrecord.quote.QuoteViews;
import org.springframework.stereotype.Component;

/**
 * Shows articles with what was found in them. It opens no transaction: most articles take one query, and a transaction
 * would take longer than that.
 */
@Component
public class WholeArticles {

    private static final Set<Expansion> FINDINGS = EnumSet.of(Expansion.QUOTES, Expansion.ENTITIES);

    private final ShownArticles shown;
    private final MentionViews mentions;
    private final QuoteViews quotes;

    WholeArticles(ShownArticles shown, MentionViews mentions, QuoteViews quotes) {
        this.shown = shown;
        this.mentions = mentions;
        this.quotes = quotes;
    }

    /** An article as shown, and the tag of this way of showing it. */
    public record Tagged(ETag tag, WholeArticleView view) {}

    public Tagged show(UUID id, Set<Expansion> expansions, Caller caller) {
        return expanded(shown.show(id, expansions.contains(Expansion.OUTLET), caller), expansions, null, caller);
    }

    public Tagged showByUrl(String url, Set<Expansion> expansions, Caller caller) {
        return expanded(shown.showByUrl(url, expansions.contains(Expansion.OUTLET), caller), expansions, null, caller);
    }

    /** The article that was written, with all that was found in it, and what the write did. */
    public Tagged show(Receipt receipt, Caller caller) {
        return expanded(shown.show(receipt.articleId(), false, caller), FINDINGS, receipt.result(), caller);
    }

    private Tagged expanded(
            PrintedArticle printed, Set<Expansion> expansions, Receipt.@Nullable Result result, Caller caller) {
        UUID id = printed.view().id();
        int version = printed.view().version();
        WholeArticleView view = new WholeArticleView(
                printed.view(),
                result,
                expansions.contains(Expansion.QUOTES) ? quotes.inArticle(id, version, caller) : null,
                expansions.contains(Expansion.ENTITIES) ? EntityInArticle.gather(mentions.in(id, version)) : null);
        return new Tagged(tag(printed, expansions, view), view);
    }

    /** What is expanded may change while the article stays the same, so the tag depends on what is expanded too. */
    private static ETag tag(PrintedArticle article, Set<Expansion> expansions, WholeArticleView view) {
        ETag tag = ETag.of(article.revision());
        return expansions.isEmpty()
                ? tag
                : tag.variant(
                        List.copyOf(expansions),
                        Objects.requireNonNullElse(view.quotes(), List.of()),
                        Objects.requireNonNullElse(view.entities(), List.of()),
                        Objects.requireNonNullElse(article.view().outlet(), ""));
    }
}

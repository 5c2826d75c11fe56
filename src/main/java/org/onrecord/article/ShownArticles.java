package org.onrecord.article;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.kernel.Deleted;
import org.onrecord.kernel.Missing;
import org.springframework.stereotype.Service;

/** Finds articles for those who ask for one and may see it, and says of every other why there is none. */
@Service
public class ShownArticles {

    private final Articles articles;

    private final PrintedArticles printed;

    ShownArticles(Articles articles, PrintedArticles printed) {
        this.articles = articles;
        this.printed = printed;
    }

    /**
     * The article of this id with text and outlet.
     *
     * @param wholeOutlet whether to say all that is known of the outlet, not only its name
     * @throws Missing if there never was an article of this id as far as the caller may know
     * @throws Deleted if it was deleted
     */
    public PrintedArticle show(UUID id, boolean wholeOutlet, Caller caller) {
        PrintedArticle article = printed.findById(id, wholeOutlet).orElseThrow(() -> new Missing("article", id));
        article.standing().check(caller, "article", id);
        return article;
    }

    /** As {@link #show}, the article at this URL. */
    public PrintedArticle showByUrl(String url, boolean wholeOutlet, Caller caller) {
        PrintedArticle article = printed.findByUrl(url, wholeOutlet)
                .filter(found -> found.standing().isKnownTo(caller))
                .orElseThrow(() -> new Missing("article at", url));
        article.standing().check(caller, "article", article.view().id());
        return article;
    }

    /** The number of the text's version that holds now, for callers who may see the article; fails as {@link #show}. */
    public int currentVersion(UUID id, Caller caller) {
        var found = printed.current(id).orElseThrow(() -> new Missing("article", id));
        found.standing().check(caller, "article", id);
        return found.version();
    }

    /**
     * The article of this id for those who edit it, whatever its status.
     *
     * @throws Missing if there never was an article of this id
     * @throws Deleted if it was deleted
     */
    public Article find(UUID id) {
        return kept(id, articles.findById(id).orElse(null));
    }

    /** As {@link #find}, and keeps others from changing the article until the transaction ends. */
    public Article findForUpdate(UUID id) {
        return kept(id, articles.findByIdForUpdate(id).orElse(null));
    }

    private static Article kept(UUID id, @Nullable Article article) {
        if (article == null) {
            throw new Missing("article", id);
        }
        if (article.deletedAt() != null) {
            throw new Deleted("article", id, article.deletedAt());
        }
        return article;
    }
}

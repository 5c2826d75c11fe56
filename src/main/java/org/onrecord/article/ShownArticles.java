package org.onrecord.article;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.kernel.Deleted;
import org.onrecord.kernel.Missing;
import org.springframework.stereotype.Service;

/** Finds articles by id for those who ask for one, and says of every other why there is none. */
@Service
public class ShownArticles {

    private final Articles articles;

    private final PrintedArticles printed;

    ShownArticles(Articles articles, PrintedArticles printed) {
        this.articles = articles;
        this.printed = printed;
    }

    /**
     * @throws Missing if there never was an article of this id
     * @throws Deleted if it was deleted
     */
    public Article find(UUID id) {
        return shown(id, articles.findById(id).orElse(null));
    }

    /**
     * As {@link #find}, with text and outlet.
     *
     * @param wholeOutlet whether to say all that is known of the outlet, not only its name
     */
    public PrintedArticle findPrinted(UUID id, boolean wholeOutlet) {
        PrintedArticle article = printed.findById(id, wholeOutlet).orElseThrow(() -> new Missing("article", id));
        requireKept(id, article.deletedAt());
        return article;
    }

    /** As {@link #find}, and keeps others from changing the article until the transaction ends. */
    public Article findForUpdate(UUID id) {
        return shown(id, articles.findByIdForUpdate(id).orElse(null));
    }

    private static Article shown(UUID id, @Nullable Article article) {
        if (article == null) {
            throw new Missing("article", id);
        }
        requireKept(id, article.deletedAt());
        return article;
    }

    private static void requireKept(UUID id, @Nullable Instant deletedAt) {
        if (deletedAt != null) {
            throw new Deleted("article", id, deletedAt);
        }
    }
}

package org.onrecord.entity;

import java.util.List;
import java.util.UUID;
import org.onrecord.api.Caller;
import org.onrecord.article.ShownArticles;
import org.onrecord.kernel.Deleted;
import org.onrecord.kernel.Missing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows whom and what articles name. */
@Service
@Transactional(readOnly = true)
public class NamesInArticles {

    private final ShownArticles articles;
    private final MentionViews mentions;

    NamesInArticles(ShownArticles articles, MentionViews mentions) {
        this.articles = articles;
        this.mentions = mentions;
    }

    /**
     * The mentions in the article as it is now, in text order.
     *
     * @throws Missing if there is no such article as far as the caller may know
     * @throws Deleted if it was deleted
     */
    public List<MentionView> mentions(UUID articleId, Caller caller) {
        return mentions.in(articleId, articles.currentVersion(articleId, caller));
    }
}

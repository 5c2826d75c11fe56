package org.onrecord.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleView.ArticleOutlet;

/**
 * An article as it is shown, with what its answer needs besides.
 *
 * @param view its current text, with its outlet by name
 * @param outlet all that is known of its outlet, or null where nobody said who printed it
 * @param revision counts the changes of the article, not of its text: what its entity tag is made from
 * @param deletedAt null while it is not deleted
 */
public record PrintedArticle(
        ArticleView view,
        @Nullable ArticleOutlet outlet,
        long revision,
        @Nullable Instant deletedAt) {}

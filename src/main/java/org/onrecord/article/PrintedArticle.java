package org.onrecord.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is shown, with what its answer needs besides.
 *
 * @param view its current text
 * @param revision counts the changes of the article, not of its text: what its entity tag is made from
 * @param deletedAt null while it is not deleted
 */
public record PrintedArticle(
        ArticleView view, long revision, @Nullable Instant deletedAt) {}

package org.onrecord.article;

import org.onrecord.api.Standing;

/**
 * An article as it is shown, with what its answer needs besides.
 *
 * @param view its current text
 * @param revision counts the changes of the article, not of its text: what its entity tag is made from
 * @param standing whether it may be shown
 */
public record PrintedArticle(ArticleView view, long revision, Standing standing) {}

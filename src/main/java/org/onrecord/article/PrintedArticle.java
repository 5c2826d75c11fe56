package org.onrecord.article;

import org.jspecify.annotations.Nullable;

/**
 * An article with all that is needed to show it.
 *
 * @param text its current version
 * @param outlet who printed it, or null where nobody said
 */
public record PrintedArticle(
        Article article, ArticleVersion text, @Nullable Outlet outlet) {}

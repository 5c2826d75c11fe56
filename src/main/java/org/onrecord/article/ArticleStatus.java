package org.onrecord.article;

/** Whether readers may see an article, and if not, why. That it was deleted is another matter. */
public enum ArticleStatus {
    PUBLISHED,
    /** Not to be shown before its time. */
    EMBARGOED,
    /** Taken back by its outlet. */
    WITHDRAWN
}

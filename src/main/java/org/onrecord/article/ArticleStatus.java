package org.onrecord.article;

/** Whether an article may be seen, and if not, why. */
public enum ArticleStatus {
    PUBLISHED,
    /** Not to be shown before its time. */
    EMBARGOED,
    /** Taken back by its outlet. */
    WITHDRAWN,
    /** Deleted here; can be restored. */
    DELETED
}

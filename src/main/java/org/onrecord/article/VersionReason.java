package org.onrecord.article;

/** Why a version of an article's text was made. */
public enum VersionReason {
    RECEIVED,
    /** The outlet delivered the article again with other words. */
    RECEIVED_AGAIN,
    /** Somebody edited it here. */
    EDITED
}

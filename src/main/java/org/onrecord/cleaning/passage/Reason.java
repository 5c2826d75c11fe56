package org.onrecord.cleaning.passage;

import java.util.Locale;

/** Why a passage is not part of the article. */
public enum Reason {
    ADVERTISEMENT,
    AUTHOR_BIO,
    CALL_OUT,
    CAPTION,
    COMMENTS,
    CONSENT,
    DATE,
    DUPLICATE,
    NAVIGATION,
    NEWSLETTER,
    PROMO,
    READ_MORE,
    RELATED,
    SEPARATOR,
    SHARE_BAR,
    TABLE,
    TRAILER;

    /** The reason with this {@link #word()}. */
    public static Reason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The reason in kebab case, as {@code removed} reports it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

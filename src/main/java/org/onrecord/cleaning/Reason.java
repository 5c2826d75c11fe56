package org.onrecord.cleaning;

import java.util.Locale;

/** Why a passage is not part of the article. */
enum Reason {
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

    /** In kebab case, as reports carry it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

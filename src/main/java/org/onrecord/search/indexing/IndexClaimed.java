package org.onrecord.search.indexing;

import org.jspecify.annotations.Nullable;

/** Another archive works on this database, and the two do not share an index. */
class IndexClaimed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param holder from where and since when it does; null where that is not known */
    IndexClaimed(@Nullable String holder) {
        super("Another archive works on this database" + (holder == null ? "" : ", from " + holder));
    }
}

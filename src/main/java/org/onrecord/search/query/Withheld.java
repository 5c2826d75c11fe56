package org.onrecord.search.query;

import java.util.List;
import java.util.UUID;

/**
 * What may no longer be shown though the index may still have it. Read once for each request: everything the request
 * finds and counts leaves out the same.
 */
public record Withheld(List<UUID> ids) {

    /** Where the index is known to have lost whatever may not be shown. */
    public static final Withheld NOTHING = new Withheld(List.of());

    public Withheld {
        ids = List.copyOf(ids);
    }
}

package org.onrecord.search.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A result as a feed tells it.
 *
 * @param link where it can be read, null where nobody said
 * @param author the outlet or speaker, null where unknown
 */
record FeedEntry(
        UUID id,
        String title,
        @Nullable String link,
        @Nullable String author,
        @Nullable String summary,
        @Nullable Instant published,
        Instant updated) {}

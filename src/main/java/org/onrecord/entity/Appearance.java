package org.onrecord.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity appears, counted over articles anybody may see.
 *
 * @param articleCount articles naming it
 * @param quoteCount quotes it spoke
 * @param firstSeen the earliest of the times of articles naming it, null where there are none
 * @param lastSeen the latest
 */
public record Appearance(
        long articleCount,
        long quoteCount,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen) {}

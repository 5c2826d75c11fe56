package org.onrecord.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity appears, counted over articles anybody may see.
 *
 * @param articleCount articles naming it
 * @param firstSeen the earliest of these articles' times, null where there are none
 * @param lastSeen the latest
 */
public record Appearance(
        long articleCount,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen) {

    static final Appearance NONE = new Appearance(0, null, null);
}

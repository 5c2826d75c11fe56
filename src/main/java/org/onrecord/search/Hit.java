package org.onrecord.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of what the index found.
 *
 * @param summary what lists show of an article, as {@link StoredSummary} reads it; null where the database is to be asked
 */
public record Hit(UUID id, @Nullable String summary) {}

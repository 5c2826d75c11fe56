package org.onrecord.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of an article in the list of its versions. */
public record ArticleVersionSummary(
        int number,
        String headline,
        String textSha256,
        int wordCount,
        VersionReason reason,
        Instant createdAt,
        @Nullable String createdBy) {}

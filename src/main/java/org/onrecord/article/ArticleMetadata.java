package org.onrecord.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything said about an article that is not its text.
 *
 * @param outletId who printed it, or null where nobody said
 * @param url the canonical address, absolute http(s), or null
 * @param externalId the outlet's own id for it, or null
 * @param tags in the order given, without repetition
 * @param language BCP 47; "und" where it cannot be told
 */
public record ArticleMetadata(
        @Nullable UUID outletId,
        @Nullable String url,
        @Nullable String externalId,
        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt,
        @Nullable String section,
        List<String> tags,
        @Nullable String rights,
        String language) {

    public ArticleMetadata {
        tags = tags.stream().distinct().toList();
    }

    /** The same, printed by this outlet. */
    public ArticleMetadata printedBy(@Nullable UUID outlet) {
        return new ArticleMetadata(outlet, url, externalId, publishedAt, modifiedAt, section, tags, rights, language);
    }
}

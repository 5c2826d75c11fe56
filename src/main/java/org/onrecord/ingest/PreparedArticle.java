package org.onrecord.ingest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleText;
import org.onrecord.article.RemovedText;
import org.onrecord.extraction.Analysis;

/**
 * An article read to the end, ready to be stored: all slow work is done.
 *
 * @param receivedSha256 digest of the item as received
 * @param publishedAt the time the item itself gives, or null
 */
public record PreparedArticle(
        ArticleText text,
        List<RemovedText> removed,
        Analysis analysis,
        String receivedSha256,
        @Nullable Instant publishedAt) {

    public PreparedArticle {
        removed = List.copyOf(removed);
    }
}

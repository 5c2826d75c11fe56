package org.onrecord.search.listing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleView.ArticleOutlet;

/** An article without its text. */
public record ArticleSummary(
        UUID id,
        @Nullable ArticleOutlet outlet,
        @Nullable String url,
        @Nullable String externalId,
        String headline,
        @Nullable String standfirst,
        @Nullable String byline,
        @Nullable String dateline,
        @Nullable String section,
        List<String> tags,
        @Nullable String rights,
        String language,
        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt,
        Instant ingestedAt,
        String status,
        int version,
        int wordCount,
        String textSha256) {

    public ArticleSummary {
        tags = List.copyOf(tags);
    }

    /** The same with all that is known of its outlet. */
    ArticleSummary with(ArticleOutlet whole) {
        return new ArticleSummary(
                id,
                whole,
                url,
                externalId,
                headline,
                standfirst,
                byline,
                dateline,
                section,
                tags,
                rights,
                language,
                publishedAt,
                modifiedAt,
                ingestedAt,
                status,
                version,
                wordCount,
                textSha256);
    }
}

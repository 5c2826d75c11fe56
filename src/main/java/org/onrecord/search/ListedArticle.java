package org.onrecord.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An article as lists show it: everything but its text's body. */
public record ListedArticle(
        UUID id,
        @Nullable OutletReference outlet,
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
        String textSha256,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Highlights highlights) {

    public ListedArticle {
        tags = List.copyOf(tags);
    }

    /** An outlet as other resources name it. */
    public record OutletReference(String slug, String name) {}

    ListedArticle with(@Nullable Highlights found) {
        return new ListedArticle(
                id,
                outlet,
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
                textSha256,
                found);
    }
}

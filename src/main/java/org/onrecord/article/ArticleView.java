package org.onrecord.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article with the text of one version, as the API shows it.
 *
 * @param outlet who printed it, or null where nobody said
 * @param status whether it may be seen
 * @param version the number of the text's version, counting from 1
 * @param wordCount words of the body
 * @param textSha256 digest of all parts of the text
 * @param removed what cleaning took out, in text order
 */
public record ArticleView(
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
        ArticleStatus status,
        int version,
        int wordCount,
        String body,
        String textSha256,
        List<RemovedText> removed) {

    /**
     * An outlet as articles name it.
     *
     * @param homepage with country and language left out unless the article is shown with its outlet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ArticleOutlet(
            String slug,
            String name,
            @Nullable String homepage,
            @Nullable String country,
            @Nullable String language) {

        /** Its name only. */
        public static ArticleOutlet named(String slug, String name) {
            return new ArticleOutlet(slug, name, null, null, null);
        }
    }
}

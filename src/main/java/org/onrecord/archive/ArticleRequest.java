package org.onrecord.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.input.Limits;
import org.onrecord.archive.ArticleEditing.Manuscript;
import org.onrecord.article.ArticleMetadata;
import org.onrecord.article.ArticleStatus;
import org.onrecord.article.ArticleText;
import org.onrecord.article.OutletSlug;
import org.onrecord.text.StoredText;

/**
 * An article whose parts are apart, as a request gives it.
 *
 * @param status where it is left out, a new article is published and one there is stays as it is; deleting has a method of
 *     its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleRequest(
        @Valid @Nullable OutletChoice outlet,
        @Size(max = Limits.URL_CHARACTERS) @Nullable String url,
        @Size(min = 1, max = 200) @Nullable String externalId,
        @NotBlank @Size(max = Limits.HEADLINE_CHARACTERS) String headline,
        @Size(max = 5_000) @Nullable String standfirst,
        @Size(max = 1_000) @Nullable String byline,
        @Size(max = 300) @Nullable String dateline,
        @NotBlank String body,
        @Size(max = 200) @Nullable String section,
        @Size(max = Limits.TAGS) @Nullable List<@NotBlank @Size(max = Limits.TAG_CHARACTERS) String> tags,
        @Size(max = 500) @Nullable String rights,
        @Nullable String language,
        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt,
        @Nullable ArticleStatus status) {

    /** The same article at this URL. */
    public ArticleRequest at(String url) {
        return new ArticleRequest(
                outlet,
                url,
                externalId,
                headline,
                standfirst,
                byline,
                dateline,
                body,
                section,
                tags,
                rights,
                language,
                publishedAt,
                modifiedAt,
                status);
    }

    /** The whole article as it shall be, where what the request leaves out is taken away. */
    public Manuscript toManuscript(Manuscript before) {
        return new Manuscript(
                outletSlug(),
                new ArticleMetadata(
                        null,
                        url == null ? null : Checked.url("/url", url),
                        externalId,
                        publishedAt,
                        modifiedAt,
                        section,
                        tagList(),
                        rights,
                        language == null ? before.metadata().language() : Checked.language("/language", language)),
                status == null ? before.status() : status,
                new ArticleText(headline.strip(), standfirst, byline, dateline, StoredText.of(body)));
    }

    public static ArticleRequest of(Manuscript manuscript) {
        ArticleMetadata metadata = manuscript.metadata();
        ArticleText text = manuscript.text();
        OutletSlug slug = manuscript.outlet();
        return new ArticleRequest(
                slug == null ? null : OutletChoice.of(slug.value()),
                metadata.url(),
                metadata.externalId(),
                text.headline(),
                text.standfirst(),
                text.byline(),
                text.dateline(),
                text.body(),
                metadata.section(),
                metadata.tags(),
                metadata.rights(),
                metadata.language(),
                metadata.publishedAt(),
                metadata.modifiedAt(),
                manuscript.status());
    }

    /** The slug of its outlet, or null where it names none. */
    public @Nullable OutletSlug outletSlug() {
        return outlet == null ? null : outlet.toSlug();
    }

    /** The tags; none where they are left out. */
    public List<String> tagList() {
        return tags == null ? List.of() : tags;
    }
}

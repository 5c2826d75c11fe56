package org.onrecord.ingest.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.input.Limits;
import org.onrecord.archive.Checked;
import org.onrecord.article.OutletSlug;
import org.onrecord.ingest.Delivery;

/**
 * What the query says about an article that comes as text or HTML.
 *
 * @param outlet its outlet's slug
 * @param tag may be repeated
 */
record RawArticleParameters(
        @Nullable String outlet,
        @Size(max = Limits.URL_CHARACTERS) @Nullable String url,
        @Size(min = 1, max = 200) @Nullable String externalId,
        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt,
        @Size(max = 200) @Nullable String section,
        @Size(max = Limits.TAGS) @Nullable List<@NotBlank @Size(max = Limits.TAG_CHARACTERS) String> tag,
        @Size(max = 500) @Nullable String rights,
        @Nullable String language) {

    Delivery.Metadata toMetadata() {
        return new Delivery.Metadata(
                outlet == null ? null : slug(outlet),
                null,
                url == null ? null : Checked.url("url", url),
                externalId,
                publishedAt,
                modifiedAt,
                section,
                tag == null ? List.of() : tag,
                rights,
                language == null ? null : Checked.language("language", language),
                null);
    }

    private static OutletSlug slug(String outlet) {
        return OutletSlug.parse(outlet).orElseThrow(() -> Checked.fault("outlet", "not-a-slug", OutletSlug.RULE));
    }
}

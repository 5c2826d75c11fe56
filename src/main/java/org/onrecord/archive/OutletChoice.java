package org.onrecord.archive;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.article.OutletSlug;

/**
 * The outlet of an article as a request names it: its slug, or an object with slug and, for an outlet new to the
 * archive, its name.
 */
public record OutletChoice(
        String slug, @Size(min = 1, max = 200) @Nullable String name) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public OutletChoice {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static OutletChoice of(String slug) {
        return new OutletChoice(slug, null);
    }

    OutletSlug toSlug() {
        return OutletSlug.parse(slug == null ? "" : slug)
                .orElseThrow(() -> InvalidInput.at("/outlet", "not-a-slug", OutletSlug.RULE));
    }
}

package org.onrecord.article;

import org.jspecify.annotations.Nullable;

/**
 * What can be said of an outlet and may change.
 *
 * @param name as the outlet writes it
 * @param homepage an absolute http(s) URL, or null
 * @param country ISO 3166-1 alpha-2, or null
 * @param language BCP 47, or null
 */
public record OutletDescription(
        String name,
        @Nullable String homepage,
        @Nullable String country,
        @Nullable String language) {

    public static OutletDescription named(String name) {
        return new OutletDescription(name, null, null, null);
    }
}

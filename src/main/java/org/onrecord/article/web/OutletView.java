package org.onrecord.article.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Outlet;
import org.onrecord.article.OutletDescription;

/**
 * An outlet as the API shows it.
 *
 * @param country ISO 3166-1 alpha-2
 * @param language BCP 47
 * @param version counts the changes
 */
record OutletView(
        String slug,
        String name,
        @Nullable String homepage,
        @Nullable String country,
        @Nullable String language,
        Instant createdAt,
        long version) {

    static OutletView of(Outlet outlet) {
        OutletDescription described = outlet.description();
        return new OutletView(
                outlet.slug(),
                described.name(),
                described.homepage(),
                described.country(),
                described.language(),
                outlet.createdAt(),
                outlet.version());
    }
}

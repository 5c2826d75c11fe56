package org.onrecord.article;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds outlets by their slug, making those the archive meets for the first time. */
@Service
public class OutletRegister {

    private final Outlets outlets;

    OutletRegister(Outlets outlets) {
        this.outlets = outlets;
    }

    /**
     * The outlet of this slug, made inside the caller's transaction if it is new. Safe to race.
     *
     * @param name what to call it if it is new; null takes a name from the slug
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID findOrMake(OutletSlug slug, @Nullable String name) {
        return outlets.findBySlug(slug.value()).map(Outlet::id).orElseGet(() -> {
            outlets.insertIfMissing(Ids.next(), slug.value(), name == null ? nameFrom(slug) : name);
            return outlets.findBySlug(slug.value()).orElseThrow().id();
        });
    }

    /** "daily-tribune" → "Daily Tribune". */
    private static String nameFrom(OutletSlug slug) {
        StringBuilder name = new StringBuilder();
        for (String word : slug.value().split("-+")) {
            name.append(name.isEmpty() ? "" : " ")
                    .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1));
        }
        return name.toString();
    }
}

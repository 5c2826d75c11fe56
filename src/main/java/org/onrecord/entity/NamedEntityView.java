package org.onrecord.entity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.EntityType;

/**
 * A named entity as the API shows it.
 *
 * @param names all it is called, the primary name first
 * @param externalIds its ids elsewhere by where ("wikidata" → "Q42")
 * @param articleCount articles naming it that anybody may see
 * @param quoteCount quotes it spoke in these
 * @param firstSeen when the earliest of these articles was published, null where there are none
 * @param version counts the changes made to it
 */
public record NamedEntityView(
        UUID id,
        EntityType type,
        String name,
        List<Name> names,
        @Nullable String description,
        Map<String, String> externalIds,
        long articleCount,
        long quoteCount,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        long version) {

    /** One of the names of an entity and how it came by it. */
    public record Name(String name, NameKind kind) {}
}

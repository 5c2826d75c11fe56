package org.onrecord.search.suggest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.EntityType;

/**
 * Something a half-typed word may mean.
 *
 * @param kind what it is: entity or outlet
 * @param type of an entity, null for an outlet
 * @param slug of an outlet, null for an entity
 */
public record Suggested(
        Kind kind,
        UUID id,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EntityType type,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String slug,
        String name) {

    /** What a suggestion is. */
    public enum Kind {
        ENTITY,
        OUTLET
    }
}

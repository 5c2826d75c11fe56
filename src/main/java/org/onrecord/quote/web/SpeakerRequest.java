package org.onrecord.quote.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.quote.QuoteReview.NamedSpeaker;

/**
 * A speaker as a request names one: by the id of a named entity, or by a name, which is linked to the entity that goes
 * by it where there is exactly one.
 */
record SpeakerRequest(
        @Nullable UUID entityId,
        @Size(max = 300) @Nullable String name,
        @Valid @Nullable SpanRequest mention) {

    NamedSpeaker toSpeaker() {
        return new NamedSpeaker(entityId, name, mention == null ? null : mention.toSpan());
    }
}

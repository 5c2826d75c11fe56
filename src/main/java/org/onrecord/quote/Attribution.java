package org.onrecord.quote;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Links a quote to its speaker.
 *
 * @param name the speaker's name, or the descriptor as printed ("a spokesman")
 * @param mention where the article refers to the speaker for this quote, or null
 * @param entityId the named entity who spoke, or null where none is meant or known
 */
public record Attribution(
        String name,
        @Nullable SpeakerMention mention,
        @Nullable UUID entityId) {}

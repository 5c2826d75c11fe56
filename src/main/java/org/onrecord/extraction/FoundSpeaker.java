package org.onrecord.extraction;

import org.jspecify.annotations.Nullable;

/**
 * Whom an article gives as the speaker of a quote.
 *
 * @param name the fullest form of the name in the article, or the descriptor as printed ("a spokesman")
 * @param mention where the article refers to the speaker for this quote; null where it does so nowhere near
 * @param entity the speaker's place in {@link Analysis#entities()}, or null where no named entity is meant
 */
public record FoundSpeaker(
        String name,
        @Nullable FoundMention mention,
        @Nullable Integer entity) {}

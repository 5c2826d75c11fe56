package org.onrecord.entity;

import java.util.UUID;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.MentionKind;

/**
 * A mention with what it names.
 *
 * @param name the entity's primary name
 * @param start in code points of the article's current body
 */
public record MentionView(
        UUID entityId, EntityType type, String name, String text, int start, int end, MentionKind kind) {}

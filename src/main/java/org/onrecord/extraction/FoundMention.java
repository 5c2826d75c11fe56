package org.onrecord.extraction;

import org.onrecord.text.Span;

/**
 * A stretch of the analysed body that refers to a named entity or a speaker.
 *
 * @param span where it stands, in code points of the body
 * @param text the words, exactly {@code body[span]}
 */
public record FoundMention(Span span, String text, MentionKind kind) {}

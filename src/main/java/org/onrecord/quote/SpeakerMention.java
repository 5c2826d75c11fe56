package org.onrecord.quote;

import org.onrecord.extraction.MentionKind;

/**
 * Where the article refers to a quote's speaker.
 *
 * @param start in code points of the body of the quote's article version
 * @param end after the last code point
 */
public record SpeakerMention(String text, int start, int end, MentionKind kind) {}

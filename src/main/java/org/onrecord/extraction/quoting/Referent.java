package org.onrecord.extraction.quoting;

import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.MentionKind;
import org.onrecord.extraction.resolving.Member;

/**
 * Whom a noun phrase means.
 *
 * @param member the member of the cast, or null where the article names nobody that fits
 * @param name the fullest name, or the phrase as printed; null where the phrase alone says nothing ("they")
 * @param certainty how sure the link from phrase to member is, 0 to 1
 */
record Referent(@Nullable Member member, @Nullable String name, MentionKind kind, double certainty) {}

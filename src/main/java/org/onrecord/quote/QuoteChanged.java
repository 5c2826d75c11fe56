package org.onrecord.quote;

import java.util.UUID;

/**
 * A quote changed after its article was stored. Published inside the transaction that changes it, so that a listener's
 * own writes stand or fall with the change.
 */
public record QuoteChanged(UUID quoteId, UUID articleId) {}

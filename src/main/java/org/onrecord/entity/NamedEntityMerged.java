package org.onrecord.entity;

import java.util.UUID;

/**
 * Somebody said that one entity is another. Published inside the transaction, for those who keep something about the
 * first to give it to the second, remembering whose it was.
 */
public record NamedEntityMerged(UUID mergedId, UUID survivorId) {}

package org.onrecord.entity;

import java.util.UUID;

/**
 * A named entity or what it is called changed. Published inside the transaction that changes it, so that a listener's
 * own writes stand or fall with the change.
 */
public record NamedEntityChanged(UUID entityId) {}

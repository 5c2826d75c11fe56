package org.onrecord.search.web;

import java.util.UUID;
import org.onrecord.extraction.EntityType;

/**
 * An entity named in the same articles as another.
 *
 * @param articleCount articles that name both
 */
record Cooccurrence(UUID id, EntityType type, String name, long articleCount) {}

package org.onrecord.benchmark;

import org.onrecord.extraction.EntityType;

/**
 * Somebody or something generated articles name.
 *
 * @param name unique among all entities
 * @param shortName what articles call it after the first time: a person's surname, else the name
 */
record GeneratedEntity(EntityType type, String name, String shortName) {}

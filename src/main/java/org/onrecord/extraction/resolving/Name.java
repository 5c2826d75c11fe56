package org.onrecord.extraction.resolving;

import org.onrecord.extraction.EntityType;

/** A name where the recogniser found it; UTF-16 offsets of the body. */
public record Name(EntityType type, int start, int end) {}

package org.onrecord.entity;

import java.util.UUID;

/** A named entity and the words an article names it by. */
record NamedSo(UUID entityId, String text) {}

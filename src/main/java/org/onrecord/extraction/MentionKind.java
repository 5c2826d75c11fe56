package org.onrecord.extraction;

/** How a stretch of text refers to a named entity: by name, by a description ("the minister") or by a pronoun. */
public enum MentionKind {
    NAME,
    DESCRIPTOR,
    PRONOUN
}

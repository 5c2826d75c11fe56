package org.onrecord.entity;

/** How an entity came by one of its names. */
public enum NameKind {
    /** The name it goes by; each entity has one. */
    PRIMARY,
    /** Another name somebody gave it here. */
    ALIAS,
    /** A form that an article printed. */
    PRINTED
}

package org.onrecord.extraction;

/** What kind of someone or something a name names. */
public enum EntityType {
    PERSON,
    ORGANISATION,
    PLACE,
    EVENT,
    WORK,
    OTHER
}

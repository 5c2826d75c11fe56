package org.onrecord.extraction.persons;

/** Which pronoun goes with a person, as far as the article or the first name tells. */
public enum Gender {
    SHE,
    HE,
    UNKNOWN
}

package org.onrecord.article;

/** What an article can be shown with, on request: what was found in it, and all that is known of its outlet. */
public enum Expansion {
    QUOTES,
    ENTITIES,
    OUTLET
}

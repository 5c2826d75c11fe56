package org.onrecord.ingest.web;

/** What an article can be shown with, on request. */
enum Expansion {
    QUOTES,
    ENTITIES,
    OUTLET
}

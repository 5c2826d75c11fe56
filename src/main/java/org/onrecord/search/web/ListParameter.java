package org.onrecord.search.web;

import java.util.EnumSet;
import java.util.Set;

/** The query parameters of lists and timelines besides their filters. */
enum ListParameter {
    Q("q", "What to look for: words, `\"a phrase\"`, `OR`, `-without`, `start*`, `nearly~`, `headline:word`"),
    FROM("from", "Nothing before this: a date, a time, or a duration back from now (`P7D`)"),
    TO("to", "Only what lies before this: a date, a time, or a duration back from now (`P7D`)"),
    DATE_FIELD("dateField", "Which date `from`, `to` and timelines go by; `published` if left out"),
    SORT("sort", "The order, descending with a minus"),
    LIMIT("limit", "The most results on a page"),
    CURSOR("cursor", "Where the list goes on, as `next` of the page before has it"),
    FORMAT("format", "How the list is written, whatever `Accept` says; csv and ndjson hold every result"),
    HIGHLIGHT("highlight", "Whether to show fragments with the words looked for in `<mark>`"),
    FACET("facet", "What to count the most frequent values of, among all results"),
    FACET_SIZE("facetSize", "The most values of each facet"),
    FIELDS("fields", "The members to show of each result, all if left out; JSON only"),
    EXPAND("expand", "What to show beside each result; JSON and NDJSON only"),
    RELATION("relation", "Quotes by the entity, which is usual, or about it"),
    INTERVAL("interval", "How long each stretch of time is; a month if left out"),
    TZ("tz", "The time zone in which days begin, like `Europe/London` or `+02:00`; UTC if left out");

    /** What is looked for in what was printed. */
    static final Set<ListParameter> PRINTED = EnumSet.of(Q, FROM, TO, DATE_FIELD);

    /** How results are shown; what is found does not depend on it. */
    static final Set<ListParameter> SHOWN = EnumSet.of(LIMIT, CURSOR, FORMAT, HIGHLIGHT, FACET, FACET_SIZE, FIELDS);

    private final String label;
    private final String description;

    ListParameter(String label, String description) {
        this.label = label;
        this.description = description;
    }

    /** The name as callers give it. */
    String label() {
        return label;
    }

    /** For OpenAPI, without a full stop. */
    String description() {
        return description;
    }

    /** Whether it may be given more than once. */
    boolean mayRepeat() {
        return this == FACET || this == EXPAND;
    }

    /** Whether one value holds several, as in {@code facet=outlet,section}. */
    boolean isList() {
        return mayRepeat() || this == FIELDS;
    }
}

package org.onrecord.search.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.onrecord.api.QueryParameters;

/** The query parameters of the lists. */
final class ListParameters {

    private ListParameters() {}

    /** What lists of articles take. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @QueryParameters(
            single = {
                "q",
                "from",
                "to",
                "dateField",
                "hasQuotes",
                "sort",
                "limit",
                "cursor",
                "format",
                "highlight",
                "facetSize"
            },
            repeated = {
                "outlet",
                "section",
                "tag",
                "language",
                "entity",
                "speaker",
                "about",
                "kind",
                "not.outlet",
                "not.section",
                "not.tag",
                "not.language",
                "not.entity",
                "not.speaker",
                "not.about",
                "not.kind",
                "facet"
            })
    @interface OfArticles {}

    /** What lists of quotes take. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @QueryParameters(
            single = {"q", "from", "to", "dateField", "sort", "limit", "cursor", "format", "highlight", "facetSize"},
            repeated = {
                "outlet",
                "section",
                "tag",
                "language",
                "entity",
                "speaker",
                "about",
                "kind",
                "status",
                "not.outlet",
                "not.section",
                "not.tag",
                "not.language",
                "not.entity",
                "not.speaker",
                "not.about",
                "not.kind",
                "not.status",
                "facet"
            })
    @interface OfQuotes {}

    /** What lists of quotes by or about somebody take. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @QueryParameters(
            single = {
                "relation",
                "q",
                "from",
                "to",
                "dateField",
                "sort",
                "limit",
                "cursor",
                "format",
                "highlight",
                "facetSize"
            },
            repeated = {
                "outlet",
                "section",
                "tag",
                "language",
                "entity",
                "speaker",
                "about",
                "kind",
                "status",
                "not.outlet",
                "not.section",
                "not.tag",
                "not.language",
                "not.entity",
                "not.speaker",
                "not.about",
                "not.kind",
                "not.status",
                "facet"
            })
    @interface OfRelatedQuotes {}

    /** What lists of named entities take. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @QueryParameters(
            single = {"q", "sort", "limit", "cursor", "format", "highlight", "facetSize"},
            repeated = {"type", "not.type", "facet"})
    @interface OfEntities {}

    /** What timelines of articles take. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @QueryParameters(
            single = {"q", "from", "to", "dateField", "hasQuotes", "interval", "tz"},
            repeated = {
                "outlet",
                "section",
                "tag",
                "language",
                "entity",
                "speaker",
                "about",
                "kind",
                "not.outlet",
                "not.section",
                "not.tag",
                "not.language",
                "not.entity",
                "not.speaker",
                "not.about",
                "not.kind"
            })
    @interface OfArticleTimelines {}

    /** What timelines of quotes take. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @QueryParameters(
            single = {"q", "from", "to", "dateField", "interval", "tz"},
            repeated = {
                "outlet",
                "section",
                "tag",
                "language",
                "entity",
                "speaker",
                "about",
                "kind",
                "status",
                "not.outlet",
                "not.section",
                "not.tag",
                "not.language",
                "not.entity",
                "not.speaker",
                "not.about",
                "not.kind",
                "not.status"
            })
    @interface OfQuoteTimelines {}
}

package org.onrecord.search.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.onrecord.api.input.QueryParameters;

/** The query parameters of the lists: groups of them, and which list takes which. */
final class ListParameters {

    private ListParameters() {}

    /** What is looked for, and where it was printed. */
    @Retention(RetentionPolicy.RUNTIME)
    @QueryParameters(
            single = {"q", "from", "to", "dateField"},
            repeated = {"outlet", "section", "tag", "language", "not.outlet", "not.section", "not.tag", "not.language"})
    @interface Printed {}

    /** Who is named and who speaks. */
    @Retention(RetentionPolicy.RUNTIME)
    @QueryParameters(
            repeated = {"entity", "speaker", "about", "kind", "not.entity", "not.speaker", "not.about", "not.kind"})
    @interface Named {}

    /** What people decided about quotes. */
    @Retention(RetentionPolicy.RUNTIME)
    @QueryParameters(repeated = {"status", "not.status"})
    @interface Reviewed {}

    /** How a list is shown. */
    @Retention(RetentionPolicy.RUNTIME)
    @QueryParameters(
            single = {"sort", "limit", "cursor", "format", "highlight", "facetSize", "fields"},
            repeated = {"facet"})
    @interface Listed {}

    /** How things are counted over time. */
    @Retention(RetentionPolicy.RUNTIME)
    @QueryParameters(single = {"interval", "tz"})
    @interface Counted {}

    /** What lists of articles take. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Printed
    @Named
    @Listed
    @QueryParameters(single = "hasQuotes", repeated = SearchRequests.EXPAND)
    @interface OfArticles {}

    /** What lists of quotes take. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Printed
    @Named
    @Reviewed
    @Listed
    @interface OfQuotes {}

    /** What lists of quotes by or about somebody take. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Printed
    @Named
    @Reviewed
    @Listed
    @QueryParameters(single = "relation")
    @interface OfRelatedQuotes {}

    /** What lists of named entities take. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Listed
    @QueryParameters(
            single = "q",
            repeated = {"type", "not.type"})
    @interface OfEntities {}

    /** What timelines of articles take. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Printed
    @Named
    @Counted
    @QueryParameters(single = "hasQuotes")
    @interface OfArticleTimelines {}

    /** What timelines of quotes take. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Printed
    @Named
    @Reviewed
    @Counted
    @interface OfQuoteTimelines {}
}

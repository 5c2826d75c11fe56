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
            single = {"q", "from", "to", "dateField", "sort", "limit", "cursor", "hasQuotes"},
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
    @interface OfArticles {}

    /** What lists of quotes take. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @QueryParameters(
            single = {"q", "from", "to", "dateField", "sort", "limit", "cursor"},
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
    @interface OfQuotes {}

    /** What lists of named entities take. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @QueryParameters(
            single = {"q", "sort", "limit", "cursor"},
            repeated = {"type", "not.type"})
    @interface OfEntities {}
}

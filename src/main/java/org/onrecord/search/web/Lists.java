package org.onrecord.search.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.ResultList;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.search.indexing.IndexBuild;
import org.onrecord.search.listing.Highlighter;
import org.onrecord.search.query.Condition;
import org.onrecord.search.query.Finder;
import org.onrecord.search.query.Found;
import org.onrecord.search.query.Search;
import org.onrecord.search.query.Subject;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers a request for a list in the format asked for. */
@Component
class Lists {

    private final Finder finder;
    private final SearchRequests requests;
    private final Facets facets;
    private final Exports exports;
    private final IndexBuild build;

    Lists(Finder finder, SearchRequests requests, Facets facets, Exports exports, IndexBuild build) {
        this.finder = finder;
        this.requests = requests;
        this.facets = facets;
        this.exports = exports;
        this.build = build;
    }

    /** Null where the answer has been written already. */
    <T> @Nullable ResultList<T> answer(
            Subject subject,
            Listing<T> listing,
            MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            Condition... given)
            throws IOException {
        ListFormat format = ListFormat.of(parameters.getFirst("format"), request);
        response.addHeader("Vary", "Accept");
        if (format != ListFormat.JSON) {
            refuse(parameters, ChosenMembers.PARAMETER, "it chooses members of a JSON list");
        }
        if (format == ListFormat.CSV || format == ListFormat.ATOM) {
            refuse(parameters, SearchRequests.EXPAND, "only JSON and NDJSON have room for it");
        }
        Asked asked = requests.read(subject, parameters, caller, given);
        switch (format) {
            case JSON -> {
                return page(asked, listing, parameters);
            }
            case CSV -> exports.writeCsv(whole(asked, parameters), listing, response);
            case NDJSON -> exports.writeNdjson(whole(asked, parameters), listing, response);
            case ATOM -> feed(page(asked, listing, parameters), asked, listing, response);
        }
        return null;
    }

    private static void refuse(MultiValueMap<String, String> parameters, String name, String reason) {
        if (parameters.containsKey(name)) {
            throw InvalidInput.parameter(name, "not-in-exports", "has no meaning here: " + reason);
        }
    }

    private static Asked whole(Asked asked, MultiValueMap<String, String> parameters) {
        Search search = asked.search();
        refuse(parameters, "limit", "this format holds every result");
        refuse(parameters, "cursor", "this format holds every result");
        boolean sorted = parameters.containsKey("sort") || search.subject() == Subject.ENTITIES;
        return asked.with(search.ordered(Exports.order(asked, sorted)));
    }

    private <T> ResultList<T> page(Asked asked, Listing<T> listing, MultiValueMap<String, String> parameters) {
        String highlight = parameters.getFirst("highlight");
        boolean marked = highlight != null && Filters.flag("highlight", highlight);
        Found found = finder.find(asked.search());
        List<T> results = listing.show().apply(found, asked.expansions());
        if (marked) {
            results = listing.highlight()
                    .apply(results, new Highlighter(asked.search().clause()));
        }
        return ResultList.of(
                        results,
                        found.all().total(),
                        found.all().exact() ? ResultList.Relation.EQ : ResultList.Relation.GTE,
                        asked.search().limit(),
                        requests.cursor(asked, found.next()))
                .withFacets(facets.count(asked.search(), parameters))
                .withQuery(understood(asked, isCutOff(asked.search(), found)));
    }

    private static <T> void feed(ResultList<T> page, Asked asked, Listing<T> listing, HttpServletResponse response)
            throws IOException {
        String self =
                ServletUriComponentsBuilder.fromCurrentRequest().build(true).toUriString();
        String title =
                "OnRecord" + (asked.query() == null ? "" : ": " + asked.query().canonical());
        String feed = AtomFeed.of(
                title,
                self,
                page.next(),
                asked.at(),
                page.results().stream().map(listing.feed()).toList());
        response.setContentType(ListFormat.ATOM.contentType());
        response.getOutputStream().write(feed.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isCutOff(Search search, Found found) {
        return search.order().isRelevance() && found.isBeyondRelevance() && found.next() == null;
    }

    private ResultList.Query understood(Asked asked, boolean cutOff) {
        List<String> warnings = new ArrayList<>(asked.warnings());
        if (build.isPartial()) {
            warnings.add("The search index is being built; some of the archive is missing from this answer.");
        }
        if (cutOff) {
            warnings.add("Lists by relevance end after " + Found.DEEPEST_RELEVANCE
                    + " results; sort by a date, as in sort=-publishedAt, to see them all.");
        }
        return new ResultList.Query(asked.understood().parsed(), warnings);
    }
}

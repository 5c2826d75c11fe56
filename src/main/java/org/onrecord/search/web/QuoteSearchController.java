package org.onrecord.search.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.ResultList;
import org.onrecord.search.listing.QuoteLists.ListedQuote;
import org.onrecord.search.query.Subject;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/quotes")
class QuoteSearchController {

    private final SearchRequests requests;
    private final Lists lists;
    private final Listings listings;
    private final Timelines timelines;

    QuoteSearchController(SearchRequests requests, Lists lists, Listings listings, Timelines timelines) {
        this.requests = requests;
        this.lists = lists;
        this.listings = listings;
        this.timelines = timelines;
    }

    @GetMapping
    @ListParameters.Of(ListParameters.QUOTES)
    @Nullable
    ResultList<ListedQuote> search(
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller)
            throws IOException {
        return lists.answer(Subject.QUOTES, listings.quotes(), parameters, request, response, caller);
    }

    @GetMapping("/timeline")
    @ListParameters.Of(ListParameters.QUOTE_TIMELINE)
    Timeline timeline(@RequestParam MultiValueMap<String, String> parameters, Caller caller) {
        return timelines.answer(requests.read(Subject.QUOTES, parameters, caller), parameters);
    }
}

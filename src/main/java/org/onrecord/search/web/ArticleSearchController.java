package org.onrecord.search.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.ResultList;
import org.onrecord.search.listing.ListedArticle;
import org.onrecord.search.query.Subject;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/articles")
class ArticleSearchController {

    private final SearchRequests requests;
    private final Lists lists;
    private final Listings listings;
    private final Timelines timelines;

    ArticleSearchController(SearchRequests requests, Lists lists, Listings listings, Timelines timelines) {
        this.requests = requests;
        this.lists = lists;
        this.listings = listings;
        this.timelines = timelines;
    }

    @GetMapping
    @ListParameters.Of(ListParameters.ARTICLES)
    @Nullable
    ResultList<ListedArticle> search(
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller)
            throws IOException {
        return lists.answer(Subject.ARTICLES, listings.articles(), parameters, request, response, caller);
    }

    @GetMapping("/timeline")
    @ListParameters.Of(ListParameters.ARTICLE_TIMELINE)
    Timeline timeline(@RequestParam MultiValueMap<String, String> parameters, Caller caller) {
        return timelines.answer(requests.read(Subject.ARTICLES, parameters, caller), parameters);
    }
}

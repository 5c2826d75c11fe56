package org.onrecord.search.web;

import org.onrecord.api.ResultList;
import org.onrecord.search.QuoteLists;
import org.onrecord.search.QuoteLists.ListedQuote;
import org.onrecord.search.Subject;
import org.onrecord.search.web.ListParameters.OfQuotes;
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
    private final QuoteLists quotes;

    QuoteSearchController(SearchRequests requests, Lists lists, QuoteLists quotes) {
        this.requests = requests;
        this.lists = lists;
        this.quotes = quotes;
    }

    @GetMapping
    @OfQuotes
    ResultList<ListedQuote> search(@RequestParam MultiValueMap<String, String> parameters) {
        return lists.answer(requests.read(Subject.QUOTES, parameters), quotes::show);
    }
}

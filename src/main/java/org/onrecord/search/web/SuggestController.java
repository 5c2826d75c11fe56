package org.onrecord.search.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ResultList;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.search.suggest.Suggested;
import org.onrecord.search.suggest.SuggestedThings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/suggest")
class SuggestController {

    private static final int LONGEST = 100;

    private final SuggestedThings things;

    SuggestController(SuggestedThings things) {
        this.things = things;
    }

    @GetMapping
    ResultList<Suggested> suggest(@RequestParam String q, @RequestParam @Nullable String limit) {
        if (q.isBlank() || q.length() > LONGEST) {
            throw InvalidInput.parameter("q", "out-of-range", "has 1 to " + LONGEST + " characters");
        }
        int most = limit == null ? 10 : SearchRequests.limit(limit);
        List<Suggested> found = things.startingWith(q.strip(), most);
        return ResultList.of(found, found.size(), ResultList.Relation.EQ, most, null);
    }
}

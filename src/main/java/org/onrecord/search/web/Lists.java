package org.onrecord.search.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.onrecord.api.ResultList;
import org.onrecord.search.Finder;
import org.onrecord.search.Found;
import org.onrecord.search.index.IndexBuild;
import org.springframework.stereotype.Component;

/** Answers a request for a list: found in the index, shown from the database. */
@Component
class Lists {

    private final Finder finder;
    private final SearchRequests requests;
    private final IndexBuild build;

    Lists(Finder finder, SearchRequests requests, IndexBuild build) {
        this.finder = finder;
        this.requests = requests;
        this.build = build;
    }

    <T> ResultList<T> answer(Asked asked, Function<List<UUID>, List<T>> show) {
        Found found = finder.find(asked.search());
        return ResultList.of(
                        show.apply(found.ids()),
                        found.total(),
                        found.exact() ? ResultList.Relation.EQ : ResultList.Relation.GTE,
                        asked.search().limit(),
                        requests.cursor(asked, found.next()))
                .withQuery(understood(asked));
    }

    ResultList.Query understood(Asked asked) {
        if (!build.isPartial()) {
            return asked.understood();
        }
        List<String> warnings = new ArrayList<>(asked.warnings());
        warnings.add("The search index is being built; some of the archive is missing from this answer.");
        return new ResultList.Query(asked.understood().parsed(), warnings);
    }
}

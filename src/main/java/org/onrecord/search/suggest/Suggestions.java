package org.onrecord.search.suggest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.onrecord.search.engine.Hit;
import org.onrecord.search.engine.TopHits;
import org.onrecord.search.index.Analyzers;
import org.onrecord.search.index.IndexedEntity;
import org.onrecord.search.index.Order;
import org.onrecord.search.indexing.IndexCatchUp;
import org.onrecord.search.query.Finder;
import org.springframework.stereotype.Service;

/**
 * Completes what somebody starts to type: entities one of whose names has words that start so, the most written about
 * first; where these are few, also those a slip of the keys away.
 */
@Service
public class Suggestions {

    /** More words than any name has. */
    private static final int MOST_WORDS = 8;

    /** Letters; of shorter words too little is left to tell what was meant. */
    private static final int SHORTEST_MISSPELLED = 3;

    private final TopHits hits;
    private final IndexCatchUp catchUp;

    Suggestions(TopHits hits, IndexCatchUp catchUp) {
        this.hits = hits;
        this.catchUp = catchUp;
    }

    /** Entities, the best first. */
    public List<Hit> entities(String typed, int limit) {
        if (limit < 1) {
            return List.of();
        }
        List<String> words = Analyzers.NAME.wordsOf(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        List<String> known = words.subList(0, Math.min(words.size(), MOST_WORDS));
        boolean summaries = catchUp.isCurrent();
        List<Hit> starting = find(f -> starting(f, known), limit, summaries);
        if (starting.size() == limit || known.stream().noneMatch(Suggestions::mayBeMisspelled)) {
            return starting;
        }
        Map<UUID, Hit> found = new LinkedHashMap<>();
        starting.forEach(hit -> found.put(hit.id(), hit));
        find(f -> misspelled(f, known), limit, summaries).forEach(hit -> found.putIfAbsent(hit.id(), hit));
        return found.values().stream().limit(limit).toList();
    }

    private List<Hit> find(
            Function<SearchPredicateFactory, PredicateFinalStep> predicate, int limit, boolean summaries) {
        return hits.find(new TopHits.Wanted(
                        IndexedEntity.class, predicate, Order.SUGGESTED, 0, limit, 1, summaries, Finder.LONGEST))
                .hits();
    }

    private static PredicateFinalStep starting(SearchPredicateFactory f, List<String> words) {
        var all = f.bool();
        for (String word : words) {
            all.filter(f.match().field("start").matching(word).skipAnalysis());
        }
        return all;
    }

    /** The first letter is right as a rule; one slip in short words, two in longer ones. */
    private static PredicateFinalStep misspelled(SearchPredicateFactory f, List<String> words) {
        var all = f.bool();
        for (String word : words) {
            all.filter(
                    mayBeMisspelled(word)
                            ? f.match()
                                    .field("start")
                                    .matching(word)
                                    .fuzzy(word.length() < 6 ? 1 : 2, 1)
                                    .skipAnalysis()
                            : f.match().field("start").matching(word).skipAnalysis());
        }
        return all;
    }

    private static boolean mayBeMisspelled(String word) {
        return word.length() >= SHORTEST_MISSPELLED;
    }
}

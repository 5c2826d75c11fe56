package org.onrecord.search.query;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.search.util.common.SearchException;
import org.onrecord.entity.Appearance;
import org.onrecord.entity.OftenNamed;
import org.onrecord.search.engine.IndexFailure;
import org.onrecord.search.indexing.IndexBuild;
import org.springframework.stereotype.Component;

/** Looks up where entities appear in the index, which takes no longer however often they are named. */
@Component
class IndexedAppearances implements OftenNamed {

    private final Counter counter;
    private final Withholding withholding;
    private final IndexBuild build;

    IndexedAppearances(Counter counter, Withholding withholding, IndexBuild build) {
        this.counter = counter;
        this.withholding = withholding;
        this.build = build;
    }

    @Override
    public Optional<Appearance> appearance(UUID entityId) {
        if (build.isPartial()) {
            return Optional.empty();
        }
        try {
            return Optional.of(look(List.of(entityId.toString())));
        } catch (SearchException failure) {
            if (IndexFailure.isAway(failure)) {
                build.suspect();
                // Searches say so; who asks for an entity has it counted from the archive.
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Appearance look(List<String> id) {
        Search articles = all(Subject.ARTICLES, new Condition.OneOf("entityId", id));
        Search quotes = all(Subject.QUOTES, new Condition.OneOf("speakerId", id), Condition.NOT_REJECTED);
        var extent = counter.extent(articles, "publishedAt");
        return new Appearance(
                counter.count(articles),
                counter.count(quotes),
                extent.map(Counter.Extent::first).orElse(null),
                extent.map(Counter.Extent::last).orElse(null));
    }

    private Search all(Subject subject, Condition... conditions) {
        return new Search(subject, null, List.of(conditions), subject.order(), 1, null, withholding.now(subject));
    }
}

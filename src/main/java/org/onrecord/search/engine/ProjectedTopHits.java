package org.onrecord.search.engine;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.engine.search.projection.dsl.ProjectionFinalStep;
import org.hibernate.search.engine.search.projection.dsl.SearchProjectionFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.onrecord.search.index.Order;

/** Asks through Hibernate Search, which works with every engine. Brings no summaries: only the Lucene index has them. */
final class ProjectedTopHits implements TopHits {

    private final SearchSessions sessions;

    ProjectedTopHits(SearchSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Top find(Wanted wanted) {
        SearchResult<Hit> result = sessions.ask(session -> find(session, wanted));
        boolean exact = result.total().isHitCountExact();
        return new Top(
                result.hits(),
                exact ? result.total().hitCount() : result.total().hitCountLowerBound(),
                exact);
    }

    private static SearchResult<Hit> find(SearchSession session, Wanted wanted) {
        var query = session.search(wanted.document())
                .select(f -> hit(f, wanted.order()))
                .where(wanted.predicate()::apply)
                .totalHitCountThreshold(wanted.exactTotal())
                .failAfter(wanted.longest().toMillis(), TimeUnit.MILLISECONDS);
        if (!wanted.order().isRelevance()) {
            query.sort(wanted.order()::sort);
        }
        return query.fetch(wanted.from(), wanted.size());
    }

    private static ProjectionFinalStep<Hit> hit(SearchProjectionFactory<?, ?> f, Order order) {
        return order.isRelevance()
                ? f.composite().from(f.id(UUID.class)).as(id -> new Hit(id, null, null))
                : f.composite()
                        .from(f.id(UUID.class), f.field(Objects.requireNonNull(order.field())))
                        .as((id, key) -> new Hit(id, key, null));
    }
}

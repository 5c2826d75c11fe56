package org.onrecord.search.index;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Function;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the index without touching the database: no transaction, no connection. */
@Component
public class SearchSessions {

    private final EntityManagerFactory factory;

    SearchSessions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** What can be asked of an index without any state. */
    <T> SearchScope<T> scope(Class<T> document) {
        return Search.mapping(factory).scope(document);
    }

    public <R extends @Nullable Object> R ask(Function<SearchSession, R> question) {
        try (EntityManager entityManager = factory.createEntityManager()) {
            return question.apply(Search.session(entityManager));
        }
    }
}

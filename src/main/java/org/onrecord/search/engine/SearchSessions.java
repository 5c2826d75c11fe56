package org.onrecord.search.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<Class<?>, SearchScope<?>> scopes = new ConcurrentHashMap<>();

    SearchSessions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** What queries are made with; kept because making it takes long. */
    SearchScope<?> scope(Class<?> document) {
        return scopes.computeIfAbsent(document, asked -> Search.mapping(factory).scope(asked));
    }

    /**
     * Asks.
     *
     * @throws RefusedQuery if the engine does not answer such a question
     */
    public <R extends @Nullable Object> R ask(Function<SearchSession, R> question) {
        try (EntityManager entityManager = factory.createEntityManager()) {
            return question.apply(Search.session(entityManager));
        } catch (RuntimeException | VirtualMachineError e) {
            throw IndexFailure.ofReading(e);
        }
    }
}

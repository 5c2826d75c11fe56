package org.onrecord.search.indexing;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.hibernate.Session;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.mapper.orm.work.SearchIndexingPlan;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.engine.IndexEngine;
import org.onrecord.search.engine.IndexFailure;
import org.onrecord.search.engine.SearchSessions;
import org.onrecord.search.index.IndexedArticle;
import org.onrecord.search.index.IndexedEntity;
import org.onrecord.search.index.IndexedQuote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Indexes articles and entities as they are in the database now, several at once with few queries. What is not in the
 * database any more, or may not be shown, is deleted from the index.
 */
@Component
class Indexer {

    /** OpenSearch returns no more hits at once. */
    private static final int MOST_HITS = 10_000;

    private final EntityManager entityManager;
    private final JdbcClient jdbc;
    private final UnindexedNames unindexedNames;
    private final SearchSessions sessions;
    private final IndexEngine engine;

    Indexer(
            EntityManager entityManager,
            JdbcClient jdbc,
            UnindexedNames unindexedNames,
            SearchSessions sessions,
            IndexEngine engine) {
        this.entityManager = entityManager;
        this.jdbc = jdbc;
        this.unindexedNames = unindexedNames;
        this.sessions = sessions;
        this.engine = engine;
    }

    /**
     * Indexes entities, and articles with their quotes, inside a transaction. Returns when searches see the result. A
     * crash may take it from the index until the next {@link #flush}.
     */
    void index(Collection<UUID> entities, Collection<UUID> articles) {
        handIn(engine.refresh(), (plan, session) -> {
                    planEntities(plan, session, entities);
                    plan(plan, session, IndexedArticle.class, articles);
                    Set<UUID> quotes = new LinkedHashSet<>(quotesOf(articles));
                    quotes.addAll(indexedQuotes(Search.session(session), List.copyOf(articles)));
                    plan(plan, session, IndexedQuote.class, quotes);
                })
                .await();
    }

    /**
     * Starts to index articles with their quotes, inside a transaction, and does not wait until they are indexed. For an
     * index that holds no earlier state of them.
     */
    PendingIndexing handInArticles(Collection<UUID> articles) {
        return handIn(DocumentRefreshStrategy.NONE, (plan, session) -> {
            plan(plan, session, IndexedArticle.class, articles);
            plan(plan, session, IndexedQuote.class, quotesOf(articles));
        });
    }

    /** The same for entities. */
    PendingIndexing handInEntities(Collection<UUID> entities) {
        return handIn(DocumentRefreshStrategy.NONE, (plan, session) -> planEntities(plan, session, entities));
    }

    private PendingIndexing handIn(DocumentRefreshStrategy refresh, BiConsumer<SearchIndexingPlan, Session> planning) {
        Session session = entityManager.unwrap(Session.class);
        SearchSession search = Search.session(session);
        var handover = new PendingIndexing(refresh);
        search.indexingPlanSynchronizationStrategy(handover);
        var plan = search.indexingPlan();
        planning.accept(plan, session);
        plan.execute();
        session.clear();
        return handover;
    }

    private void planEntities(SearchIndexingPlan plan, Session session, Collection<UUID> ids) {
        unindexedNames.note(ids, plan(plan, session, IndexedEntity.class, ids));
    }

    /** Documents that have a row are indexed and returned, the others are deleted from the index. */
    private static <T> List<T> plan(SearchIndexingPlan plan, Session session, Class<T> document, Collection<UUID> ids) {
        List<UUID> asked = List.copyOf(ids);
        List<T> rows = asked.isEmpty() ? List.of() : session.findMultiple(document, asked);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) == null) {
                plan.purge(document, asked.get(i), null);
            } else {
                plan.addOrUpdate(rows.get(i));
            }
        }
        return rows.stream().filter(Objects::nonNull).toList();
    }

    /** The entities articles name, once for each article. */
    List<UUID> namedIn(Collection<UUID> articles) {
        return jdbc.sql("select distinct article_id, entity_id from mention where article_id = any (:articles)")
                .param("articles", articles.toArray(UUID[]::new))
                .query((row, number) -> row.getObject("entity_id", UUID.class))
                .list();
    }

    /** Deleted quotes too: they may have been indexed by a build so recently that a search does not find them yet. */
    private List<UUID> quotesOf(Collection<UUID> articles) {
        if (articles.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select id from quote where article_id = any (:articles)")
                .param("articles", articles.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    private static List<UUID> indexedQuotes(SearchSession search, List<UUID> articles) {
        if (articles.isEmpty()) {
            return List.of();
        }
        List<UUID> found = search.search(IndexedQuote.class)
                .select(f -> f.id(UUID.class))
                .where(f -> f.terms().field("articleId").matchingAny(articles))
                .totalHitCountThreshold(1)
                .fetchHits(MOST_HITS);
        if (found.size() < MOST_HITS || articles.size() == 1) {
            return found;
        }
        List<UUID> all = new ArrayList<>();
        articles.forEach(article -> all.addAll(indexedQuotes(search, List.of(article))));
        return all;
    }

    /** How many articles, quotes or entities the index holds. */
    long count(Class<?> document) {
        return sessions.ask(
                session -> session.search(document).where(f -> f.matchAll()).fetchTotalHitCount());
    }

    /** How many quotes of these articles the index holds. */
    long quoteCount(Collection<UUID> articles) {
        return sessions.ask(session -> session.search(IndexedQuote.class)
                .where(f -> f.terms().field("articleId").matchingAny(articles))
                .fetchTotalHitCount());
    }

    /** Fails if the index cannot be reached at all. */
    void probe() {
        count(IndexedArticle.class);
    }

    /** Creates the indexes that are missing; returns what is wrong with those that exist, null for nothing. */
    @Nullable
    String schemaFault() {
        return sessions.ask(session -> {
            var schema = session.schemaManager(Object.class);
            schema.createIfMissing();
            try {
                schema.validate();
                return null;
            } catch (SearchException other) {
                if (IndexFailure.isAway(other)) {
                    throw other;
                }
                return IndexFailure.reason(other);
            }
        });
    }

    /** Drops the indexes and creates them empty. Meanwhile searches fail. */
    void makeSchema() {
        try {
            sessions.ask(Indexer::dropAndCreate);
        } catch (SearchException first) {
            // Before a damaged index is dropped its writer is closed, which may fail, but only once.
            sessions.ask(Indexer::dropAndCreate);
        }
    }

    private static boolean dropAndCreate(SearchSession session) {
        session.schemaManager(Object.class).dropAndCreate();
        return true;
    }

    /** Lets searches see everything indexed so far. */
    void refresh() {
        sessions.ask(session -> {
            session.workspace(Object.class).refresh();
            return true;
        });
    }

    /** Flushes the index: returns when a crash can no longer take from it what was indexed before. */
    void flush() {
        sessions.ask(session -> {
            session.workspace(Object.class).flush();
            return true;
        });
    }

    /** Empties the index. */
    void purge() {
        sessions.ask(session -> {
            var workspace = session.workspace(Object.class);
            // A purge does not delete documents that are not visible yet.
            workspace.refresh();
            workspace.purge();
            workspace.flush();
            workspace.refresh();
            return true;
        });
    }
}

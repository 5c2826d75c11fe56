package org.onrecord.search.indexing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.onrecord.article.ArticleChanged;
import org.onrecord.article.OutletChanged;
import org.onrecord.entity.NamedEntityChanged;
import org.onrecord.quote.QuoteChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes what has to be indexed into the outbox, a table, in the transaction of the change: one row for each article or
 * entity, however often the transaction changed it. So everything that is committed is indexed in the end, whatever
 * crashes before.
 */
@Component
class IndexOutbox {

    private final JdbcClient jdbc;
    private final IndexingSignal signal;
    private final OutletNames outletNames;

    IndexOutbox(JdbcClient jdbc, IndexingSignal signal, OutletNames outletNames) {
        this.jdbc = jdbc;
        this.signal = signal;
        this.outletNames = outletNames;
    }

    @EventListener
    void on(ArticleChanged changed) {
        pending().articles.add(changed.articleId());
    }

    @EventListener
    void on(QuoteChanged changed) {
        pending().articles.add(changed.articleId());
    }

    @EventListener
    void on(NamedEntityChanged changed) {
        pending().entities.add(changed.entityId());
    }

    /** Searches find articles and quotes by the name of their outlet, so these are indexed again, after urgent rows. */
    @EventListener
    void on(OutletChanged changed) {
        pending().outlets.add(changed.outletId());
    }

    private Pending pending() {
        for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof Pending pending) {
                return pending;
            }
        }
        var pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** What one transaction changed. */
    private final class Pending implements TransactionSynchronization {

        private final Set<UUID> articles = new LinkedHashSet<>();
        private final Set<UUID> entities = new LinkedHashSet<>();
        private final Set<UUID> outlets = new LinkedHashSet<>();

        private List<Long> rows = List.of();

        /** Rows set aside for the same article or entity are deleted: after a change it may be possible to index it. */
        @Override
        public void beforeCommit(boolean readOnly) {
            rows = jdbc.sql("""
                            with superseded as (
                                delete from index_outbox where attempts >= :attempts
                                and (article_id = any (:articles) or entity_id = any (:entities)))
                            insert into index_outbox (article_id, entity_id, urgency)
                            select id, null, 0 from unnest(:articles) id
                            union all
                            select null, id, 0 from unnest(:entities) id
                            union all
                            select id, null, 1 from published_article
                            where outlet_id = any (:outlets) and id <> all (:articles)
                            returning id
                            """)
                    .param("attempts", OutboxBatches.ATTEMPTS)
                    .param("articles", articles.toArray(UUID[]::new))
                    .param("entities", entities.toArray(UUID[]::new))
                    .param("outlets", outlets.toArray(UUID[]::new))
                    .query(Long.class)
                    .list();
        }

        @Override
        public void afterCommit() {
            RequestWrites.add(rows);
            signal.send();
        }

        /** Also after a rollback, or if the outcome is unknown: the names are only read once more. */
        @Override
        public void afterCompletion(int status) {
            if (!outlets.isEmpty()) {
                outletNames.forget();
            }
        }
    }
}

package org.onrecord.search.index;

import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds the index anew from the archive where it is missing, was made by another version, or does not hold as much as
 * it should: in small steps between those of the outbox, going on where it stopped when the process is restarted.
 * Searches are answered meanwhile, from what is there.
 */
@Component
public class IndexBuild {

    private static final Logger log = LoggerFactory.getLogger(IndexBuild.class);

    /** Changes with every change of what is indexed or how; an index of another format is built anew. */
    static final String FORMAT = "1";

    private static final int BATCH = 200;
    private static final UUID START = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Indexer indexer;
    private final EntityRenames renames;
    private volatile Phase phase = Phase.UNCHECKED;
    private UUID builtUpTo = START;

    IndexBuild(JdbcClient jdbc, PlatformTransactionManager transactions, Indexer indexer, EntityRenames renames) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.indexer = indexer;
        this.renames = renames;
    }

    /** Whether the index may still lack part of the archive. */
    public boolean isPartial() {
        return phase == Phase.ENTITIES || phase == Phase.ARTICLES;
    }

    /** Builds a little further if something is left to build; returns whether there was. */
    boolean step(BooleanSupplier locked) {
        if (phase == Phase.COMPLETE) {
            return false;
        }
        Boolean stepped = transaction.execute(status -> {
            if (!locked.getAsBoolean()) {
                return false;
            }
            switch (phase) {
                case UNCHECKED -> check();
                case ENTITIES -> buildEntities();
                case ARTICLES -> buildArticles();
                case COMPLETE -> {}
            }
            return true;
        });
        return Boolean.TRUE.equals(stepped);
    }

    private void check() {
        record Stored(UUID builtUpTo, boolean completed) {}
        var stored = jdbc.sql("select built_up_to, completed from index_build where format = :format")
                .param("format", FORMAT)
                .query(Stored.class)
                .optional();
        long missing = missing();
        if (stored.isPresent() && stored.get().completed() && missing == 0) {
            phase = Phase.COMPLETE;
        } else if (stored.isPresent() && !stored.get().completed() && indexer.articleCount() > 0) {
            builtUpTo = stored.get().builtUpTo();
            phase = Phase.ARTICLES;
            log.info("Going on building the search index after article {}", builtUpTo);
        } else {
            log.info("Building the search index from the archive; it differs by {} articles", missing);
            indexer.purge();
            phase = Phase.ENTITIES;
            note(false);
        }
    }

    /** How many published articles the index lacks or holds too many, beyond what the outbox explains. */
    private long missing() {
        long published = count("select count(*) from article where status = 'PUBLISHED'");
        long pending = count("select count(distinct article_id) from index_outbox where article_id is not null");
        return Math.max(0, Math.abs(published - indexer.articleCount()) - pending);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private void buildEntities() {
        List<UUID> ids = after("select id from named_entity where id > :after order by id limit :batch");
        if (ids.isEmpty()) {
            builtUpTo = START;
            phase = Phase.ARTICLES;
        } else {
            renames.note(ids);
            indexer.indexEntities(ids);
            builtUpTo = last(ids);
        }
    }

    private void buildArticles() {
        List<UUID> ids = after("select id from article where id > :after order by id limit :batch");
        if (ids.isEmpty()) {
            note(true);
            phase = Phase.COMPLETE;
            log.info("The search index is complete: {} articles", indexer.articleCount());
        } else {
            indexer.indexArticles(ids);
            builtUpTo = last(ids);
            note(false);
        }
    }

    private List<UUID> after(String sql) {
        return jdbc.sql(sql)
                .param("after", builtUpTo)
                .param("batch", BATCH)
                .query(UUID.class)
                .list();
    }

    private static UUID last(List<UUID> ids) {
        return ids.get(ids.size() - 1);
    }

    private void note(boolean completed) {
        jdbc.sql("""
                        insert into index_build (format, built_up_to, completed, changed_at)
                        values (:format, :builtUpTo, :completed, now())
                        on conflict (format) do update
                        set built_up_to = excluded.built_up_to, completed = excluded.completed,
                            changed_at = excluded.changed_at
                        """)
                .param("format", FORMAT)
                .param("builtUpTo", builtUpTo)
                .param("completed", completed)
                .update();
    }

    private enum Phase {
        UNCHECKED,
        ENTITIES,
        ARTICLES,
        COMPLETE
    }
}

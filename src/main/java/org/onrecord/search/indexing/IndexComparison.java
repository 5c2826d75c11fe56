package org.onrecord.search.indexing;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.index.IndexedArticle;
import org.onrecord.search.index.IndexedEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares the index with the database while nothing is being indexed. */
@Component
class IndexComparison {

    /** Articles whose quotes are counted, starting at a random article; all articles of a small archive. */
    private static final int SAMPLE = 500;

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** Whether each may be seen would take too long to ask; those found to be withheld when they were last indexed are noted. */
    private static final String INDEXED_ENTITIES = """
            select count(*) from standing_entity e
            where not exists (select from unindexed_name n where n.entity_id = e.id and n.entity_absent)
            """;

    private final JdbcClient jdbc;
    private final Indexer indexer;

    IndexComparison(JdbcClient jdbc, Indexer indexer) {
        this.jdbc = jdbc;
        this.indexer = indexer;
    }

    /** How the index differs from the database apart from what is in the outbox, as text; null if it does not. */
    @Nullable
    String difference() {
        long articles = beyond(
                count("select count(*) from published_article"), indexer.count(IndexedArticle.class), "article_id");
        if (articles > 0) {
            return "it differs by " + articles + " articles";
        }
        long entities = beyond(count(INDEXED_ENTITIES), indexer.count(IndexedEntity.class), "entity_id");
        if (entities > 0) {
            return "it differs by " + entities + " entities";
        }
        return differsInQuotes() ? "it differs in quotes" : null;
    }

    /** How long to wait after a comparison, so that comparing takes at most a twentieth of the time. */
    static Duration pause(Duration taken) {
        Duration pause = taken.multipliedBy(20);
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            return LONGEST_PAUSE;
        }
        return pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause;
    }

    private long beyond(long stored, long indexed, String subject) {
        long pending = count("select count(distinct " + subject + ") from index_outbox");
        return Math.max(0, Math.abs(stored - indexed) - pending);
    }

    private boolean differsInQuotes() {
        record Quoted(UUID id, long quotes) {}
        // Articles and their quotes at one statement, so at one moment: one withdrawn in between is no difference.
        List<Quoted> articles = jdbc.sql("""
                        select a.id, (select count(*) from published_quote q where q.article_id = a.id) as quotes
                        from published_article a
                        where a.id >= :from
                          and not exists (select from index_outbox o where o.article_id = a.id)
                        order by a.id limit :sample
                        """)
                .param("from", somewhere())
                .param("sample", SAMPLE)
                .query(Quoted.class)
                .list();
        long stored = articles.stream().mapToLong(Quoted::quotes).sum();
        return !articles.isEmpty()
                && stored
                        != indexer.quoteCount(articles.stream().map(Quoted::id).toList());
    }

    /** A random article, not near the end of a large archive. */
    private UUID somewhere() {
        return jdbc.sql("select id from article tablesample system (1) order by id limit 1")
                .query(UUID.class)
                .optional()
                .orElse(new UUID(0, 0));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

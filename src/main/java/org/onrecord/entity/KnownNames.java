package org.onrecord.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.onrecord.extraction.EntityType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the archive knows of names: who goes by a key, who bears a surname, who was named in whose company. Each question
 * is one query that reads a bounded number of rows for each name, however large the archive.
 */
@Component
class KnownNames {

    /** Bearers of one surname that are looked at, those most written about. */
    private static final int MOST_BEARERS = 8;

    /** Names of one key that are looked at, oldest entities first; more than these share only what is no name. */
    private static final int MOST_OF_A_KEY = 64;

    /** Latest mentions of an entity that are looked at for company. */
    private static final int LATEST_MENTIONS = 200;

    /** From this many articles on a bearer is counted in steps of {@link #STEP}. */
    private static final int COUNTED_EXACTLY = 32;

    private static final int STEP = 16;

    private final JdbcClient jdbc;

    KnownNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Found(String key, Candidate candidate) {}

    /** Those that go by these keys, by key. One that was merged away stands for its survivor. */
    Map<String, List<Candidate>> byKey(Collection<String> keys) {
        return grouped(jdbc.sql("""
                        select asked.key, e.type as named_type, meant.type, meant.id, meant.name,
                               named.name as goes_by, 0 as articles
                        from unnest(:keys) as asked (key)
                        cross join lateral (
                            select n.entity_id, n.name from entity_name n
                            where n.identity_key = asked.key order by n.entity_id limit :most) named
                        join named_entity e on e.id = named.entity_id
                        join named_entity meant on meant.id = coalesce(e.merged_into, e.id)
                        where e.deleted_at is null and meant.deleted_at is null
                        """).param("keys", keys.toArray(String[]::new)).param("most", MOST_OF_A_KEY));
    }

    /** The people most written about that bear these surnames, by surname. */
    Map<String, List<Candidate>> bearers(Collection<String> surnames) {
        return grouped(
                jdbc.sql("""
                        select asked.key, e.type as named_type, meant.type, meant.id, meant.name,
                               meant.name as goes_by, b.articles
                        from unnest(:keys) as asked (key)
                        cross join lateral (
                            select entity_id, articles from surname_bearer
                            where surname = asked.key order by articles desc, entity_id limit :most) b
                        join named_entity e on e.id = b.entity_id
                        join named_entity meant on meant.id = coalesce(e.merged_into, e.id)
                        where e.deleted_at is null and meant.deleted_at is null
                        """).param("keys", surnames.toArray(String[]::new)).param("most", MOST_BEARERS));
    }

    private static Map<String, List<Candidate>> grouped(JdbcClient.StatementSpec asked) {
        Map<String, Map<UUID, Candidate>> byKey = new HashMap<>();
        asked.query((row, number) -> new Found(
                        row.getString("key"),
                        new Candidate(
                                row.getObject("id", UUID.class),
                                EntityType.valueOf(row.getString("type")),
                                EntityType.valueOf(row.getString("named_type")),
                                row.getString("name"),
                                Set.of(row.getString("goes_by")),
                                row.getInt("articles"))))
                .list()
                .forEach(found -> byKey.computeIfAbsent(found.key(), any -> new HashMap<>())
                        .merge(found.candidate().id(), found.candidate(), Candidate::and));
        Map<String, List<Candidate>> lists = new HashMap<>();
        byKey.forEach((key, candidates) -> lists.put(key, new ArrayList<>(candidates.values())));
        return lists;
    }

    /** The articles that named each of these lately. */
    Map<UUID, Set<UUID>> latestArticles(Collection<UUID> entities) {
        Map<UUID, Set<UUID>> articles = new HashMap<>();
        jdbc.sql("""
                        select asked.id, latest.article_id
                        from unnest(:ids) as asked (id)
                        cross join lateral (
                            select m.article_id from mention m
                            where m.entity_id = asked.id order by m.article_id desc limit :latest) latest
                        """)
                .param("ids", entities.toArray(UUID[]::new))
                .param("latest", LATEST_MENTIONS)
                .query(row -> {
                    articles.computeIfAbsent(row.getObject("id", UUID.class), any -> new HashSet<>())
                            .add(row.getObject("article_id", UUID.class));
                });
        return articles;
    }

    /** Counts one article more for each bearer of a surname, in one order everywhere. */
    void count(UUID articleId, Map<UUID, String> surnames) {
        jdbc.sql("""
                        insert into surname_bearer as known (surname, entity_id, articles)
                        select surname, entity_id, 1 from unnest(:surnames, :ids) as b (surname, entity_id)
                        where not exists (
                            select from surname_bearer s
                            where s.surname = b.surname and s.entity_id = b.entity_id
                              and s.articles >= :exact and not :turn)
                        order by surname, entity_id
                        on conflict (surname, entity_id) do update
                        set articles = known.articles + case when known.articles < :exact then 1 else :step end
                        """)
                .param("surnames", surnames.values().toArray(String[]::new))
                .param("ids", surnames.keySet().toArray(UUID[]::new))
                .param("exact", COUNTED_EXACTLY)
                .param("step", STEP)
                .param("turn", Math.floorMod(articleId.hashCode(), STEP) == 0)
                .update();
    }
}

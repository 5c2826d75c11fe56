package org.onrecord.search.indexing;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds entities whose names have changed since they were last indexed, and puts the articles that name them into the
 * outbox, to be indexed again after everything urgent. Forms found in print are not compared: articles are not found by
 * a form that they do not contain.
 */
@Component
class EntityRenames {

    private final JdbcClient jdbc;

    EntityRenames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Inside the transaction in which the entities are indexed. */
    void note(Collection<UUID> entities) {
        if (entities.isEmpty()) {
            return;
        }
        List<UUID> renamed = jdbc.sql("""
                        with called as (
                            select e.id, md5(concat_ws('|', e.deleted_at, e.merged_into,
                                       (select string_agg(c.name, '|' order by c.name)
                                          from called_name c where c.entity_id = e.id))) as digest
                            from named_entity e
                            where e.id = any (:entities)),
                        known as (
                            select i.entity_id, i.digest from indexed_entity_name i
                            where i.entity_id = any (:entities)),
                        noted as (
                            insert into indexed_entity_name (entity_id, digest) select id, digest from called
                            on conflict (entity_id) do update set digest = excluded.digest
                            where indexed_entity_name.digest <> excluded.digest)
                        select c.id from called c join known k on k.entity_id = c.id and k.digest <> c.digest
                        """)
                .param("entities", entities.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        if (!renamed.isEmpty()) {
            jdbc.sql("""
                            insert into index_outbox (article_id, urgency)
                            select distinct article_id, 1 from mention where entity_id = any (:renamed)
                            """).param("renamed", renamed.toArray(UUID[]::new)).update();
        }
    }
}

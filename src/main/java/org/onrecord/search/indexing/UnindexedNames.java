package org.onrecord.search.indexing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.onrecord.search.index.IndexedEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers the names the index does not have because no article that is shown prints them: names of entities that are
 * indexed by others, and all names of those that are not. An article that is shown and prints one has its entity
 * indexed again. Whatever takes a name away announces the entity itself.
 */
@Component
class UnindexedNames {

    private final JdbcClient jdbc;

    UnindexedNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes what is not indexed, inside the transaction in which the rest is.
     *
     * @param entities all that were to be indexed
     * @param indexed those that may be seen
     */
    void note(Collection<UUID> entities, List<IndexedEntity> indexed) {
        if (entities.isEmpty()) {
            return;
        }
        jdbc.sql("delete from unindexed_name where entity_id = any (:entities)")
                .param("entities", entities.toArray(UUID[]::new))
                .update();
        if (indexed.size() < entities.size()) {
            noteAbsent(entities, indexed);
        }
        List<UUID> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (IndexedEntity entity : indexed) {
            for (String name : entity.withheldNames()) {
                ids.add(entity.id());
                names.add(name);
            }
        }
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            insert into unindexed_name (entity_id, name, entity_absent)
                            select id, name, false from unnest(:ids, :names) as withheld (id, name)
                            """)
                    .param("ids", ids.toArray(UUID[]::new))
                    .param("names", names.toArray(String[]::new))
                    .update();
        }
    }

    private void noteAbsent(Collection<UUID> entities, List<IndexedEntity> indexed) {
        jdbc.sql("""
                        insert into unindexed_name (entity_id, name, entity_absent)
                        select n.entity_id, n.name, true
                        from entity_name n join standing_entity e on e.id = n.entity_id
                        where n.entity_id = any (:entities) and n.entity_id <> all (:indexed)
                        """)
                .param("entities", entities.toArray(UUID[]::new))
                .param("indexed", indexed.stream().map(IndexedEntity::id).toArray(UUID[]::new))
                .update();
    }

    /** Entities with names that are not indexed and that one of these articles prints. */
    Set<UUID> printedIn(Collection<UUID> articles) {
        return articles.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("""
                                select distinct m.entity_id
                                from published_article a
                                join mention m on m.article_id = a.id and m.article_version = a.version_number
                                join unindexed_name n on n.entity_id = m.entity_id and n.name = m.text
                                where a.id = any (:articles)
                                """)
                        .param("articles", articles.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }
}

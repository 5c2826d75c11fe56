package org.onrecord.entity;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the named entities that go by a name. */
@Service
@Transactional(readOnly = true)
public class NameLookup {

    /** How many are told at most: a name that more share tells nobody apart. */
    public static final int MOST = 20;

    private final JdbcClient jdbc;

    NameLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those known by this name in any of its forms, oldest first; at most {@value #MOST}. */
    public List<UUID> byName(String name) {
        NameKey key = NameKey.of(name);
        if (key.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select distinct e.id
                        from entity_name n join named_entity e on e.id = n.entity_id
                        where n.name_key = :key and e.deleted_at is null and e.merged_into is null
                        order by e.id limit :most
                        """)
                .param("key", key.value())
                .param("most", MOST)
                .query(UUID.class)
                .list();
    }
}

package org.onrecord.search.query;

import java.util.List;
import java.util.UUID;
import org.onrecord.entity.NameKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Tells whom a name may mean, by every name entities go by. */
@Service
public class Namesakes {

    /** More than these share only very common names; nobody means all of them. */
    private static final int MOST = 50;

    private final JdbcClient jdbc;

    Namesakes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Entities that go by a name, letter case, accents and forms of address aside; by name and id. */
    public List<Namesake> called(String name) {
        NameKey key = NameKey.of(name);
        if (key.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select distinct e.id, e.name
                        from entity_name n join named_entity e on e.id = n.entity_id
                        where n.name_key = :key and e.deleted_at is null and e.merged_into is null
                        order by e.name, e.id limit :most
                        """)
                .param("key", key.value())
                .param("most", MOST)
                .query(Namesake.class)
                .list();
    }

    /** An entity by its primary name. */
    public record Namesake(UUID id, String name) {}
}

package org.onrecord.entity;

import java.util.List;
import java.util.UUID;
import org.onrecord.entity.identity.NameKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the named entities that go by a name. */
@Service
@Transactional(readOnly = true)
public class NameLookup {

    /** More than these share only very common names; nobody means all of them. */
    private static final int MOST = 50;

    private final JdbcClient jdbc;

    NameLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entity by its primary name. */
    public record Namesake(UUID id, String name) {}

    /**
     * Those that go by this name in any of its forms, letter case, accents and forms of address aside; by primary name
     * and id, at most {@value #MOST}.
     */
    public List<Namesake> called(String name) {
        return called(name, "entity_name", "standing_entity");
    }

    /** The same of those that anybody may see, by names that anybody may see. */
    public List<Namesake> shownAs(String name) {
        return called(name, "shown_name", "shown_entity");
    }

    private List<Namesake> called(String name, String names, String entities) {
        NameKey key = NameKey.of(name);
        if (key.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select distinct e.id, e.name
                        from %s n join %s e on e.id = n.entity_id
                        where n.name_key = :key
                        order by e.name, e.id limit :most
                        """.formatted(names, entities))
                .param("key", key.value())
                .param("most", MOST)
                .query(Namesake.class)
                .list();
    }
}

package org.onrecord.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.onrecord.search.indexing.IndexCatchUp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What may no longer be shown though the index still has it: taken away a moment ago, and noted in the outbox. Leaves it
 * out of hits and counts alike, from the very commit that took it away. A table of what is yet to be indexed is all that
 * is read, and only while there may be something in it, so this costs the same however large the archive.
 */
@Component
class Withheld {

    private static final String ARTICLES = """
            select a.id from index_outbox o join article a on a.id = o.article_id where a.status <> 'PUBLISHED'
            """;

    private static final String QUOTES = """
            select q.id from index_outbox o
            join article a on a.id = o.article_id
            join quote q on q.article_id = a.id
            where q.deleted_at is not null or q.article_version <> a.current_version or q.status = 'REJECTED'
            """;

    private static final String ENTITIES = """
            select e.id from index_outbox o join named_entity e on e.id = o.entity_id
            where e.deleted_at is not null or e.merged_into is not null
            """;

    private final JdbcClient jdbc;
    private final IndexCatchUp catchUp;

    Withheld(JdbcClient jdbc, IndexCatchUp catchUp) {
        this.jdbc = jdbc;
        this.catchUp = catchUp;
    }

    /** The same search without what may not be shown. */
    Search outOf(Search search) {
        if (catchUp.isCaughtUp()) {
            return search;
        }
        List<Condition> conditions = new ArrayList<>(search.conditions());
        switch (search.subject()) {
            case ARTICLES -> without(conditions, Subject.ID, ARTICLES);
            case QUOTES -> {
                without(conditions, "articleId", ARTICLES);
                without(conditions, Subject.ID, QUOTES);
            }
            case ENTITIES -> without(conditions, Subject.ID, ENTITIES);
        }
        return conditions.size() == search.conditions().size() ? search : search.with(conditions);
    }

    private void without(List<Condition> conditions, String field, String sql) {
        List<String> ids = jdbc.sql(sql).query(UUID.class).list().stream()
                .map(UUID::toString)
                .toList();
        if (!ids.isEmpty()) {
            conditions.add(new Condition.Not(new Condition.OneOf(field, ids)));
        }
    }
}

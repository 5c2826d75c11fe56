package org.onrecord.search.query;

import java.util.UUID;
import org.onrecord.search.indexing.IndexCatchUp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells what was taken away a moment ago, from the very commit that took it away until the index has lost it: what the
 * outbox names and may not be shown. A table of what is yet to be indexed is all that is read, and only while there may
 * be something in it, so this costs the same however large the archive.
 */
@Component
public class Withholding {

    private static final String ARTICLES = """
            select o.article_id from index_outbox o
            where o.article_id is not null and not exists (select from published_article a where a.id = o.article_id)
            """;

    /** Two sets and their difference: asking quote by quote whether it stands takes three times as long. */
    private static final String QUOTES = """
            select q.id from index_outbox o join quote q on q.article_id = o.article_id
            except
            select q.id from index_outbox o join standing_quote q on q.article_id = o.article_id
            """;

    private static final String ENTITIES = """
            select o.entity_id from index_outbox o
            where o.entity_id is not null and not exists (select from shown_entity e where e.id = o.entity_id)
            """;

    private final JdbcClient jdbc;
    private final IndexCatchUp catchUp;

    Withholding(JdbcClient jdbc, IndexCatchUp catchUp) {
        this.jdbc = jdbc;
        this.catchUp = catchUp;
    }

    /** What searches begun now leave out. */
    public Withheld now(Subject subject) {
        if (catchUp.isCaughtUp()) {
            return Withheld.NOTHING;
        }
        String sql = switch (subject) {
            case ARTICLES -> ARTICLES;
            case QUOTES -> QUOTES;
            case ENTITIES -> ENTITIES;
        };
        return new Withheld(jdbc.sql(sql).query(UUID.class).list());
    }
}

package org.onrecord.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What belongs to something is found without reading whole tables, however large the archive. */
@SpringBootTest
@ArchiveTest
class ReferencesIntegrationTests {

    /** Nobody asks which version came of an item, and neither is ever deleted. */
    private static final List<String> NEVER_FOLLOWED = List.of("article_version.received_item_id");

    @Autowired
    private JdbcClient jdbc;

    /** An index on some of the rows only helps where every question says which; those on "not null" help always. */
    @Test
    void everyReferenceCanBeFollowedBackByAnIndex() {
        List<String> withoutIndex = jdbc.sql("""
                        select c.conrelid::regclass || '.' || a.attname
                        from pg_constraint c
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        where c.contype = 'f'
                          and not exists (
                              select from pg_index i
                              where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]
                                and (i.indpred is null
                                     or pg_get_expr(i.indpred, i.indrelid) = '(' || a.attname || ' IS NOT NULL)'))
                        order by 1
                        """).query(String.class).list();
        assertThat(withoutIndex).isEqualTo(NEVER_FOLLOWED);
    }
}

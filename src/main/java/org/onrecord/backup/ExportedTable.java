package org.onrecord.backup;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table that exports hold. All are, except those named here, so none is forgotten that is added later.
 *
 * @param name quoted where SQL wants it
 * @param columns all that are stored, in order, likewise
 * @param key the columns of its primary key, likewise
 */
record ExportedTable(String name, String columns, String key) {

    /**
     * Secrets of one installation, answers that are valid for a day, and what the search index keeps, which is made from
     * the rest.
     */
    static final Set<String> LEFT_OUT = Set.of(
            "access_key",
            "signing_key",
            "idempotent_request",
            "index_build",
            "index_outbox",
            "indexed_entity_name",
            "unindexed_name",
            "flyway_schema_history");

    /** All of them, by name. */
    static List<ExportedTable> all(JdbcClient jdbc) {
        return jdbc.sql("""
                        select quote_ident(c.relname) as name,
                               (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
                                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                  and a.attgenerated = '') as columns,
                               (select string_agg(quote_ident(a.attname), ', ' order by k.place)
                                from pg_index i
                                cross join unnest(i.indkey::smallint[]) with ordinality k (attnum, place)
                                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                                where i.indrelid = c.oid and i.indisprimary) as key
                        from pg_class c
                        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
                          and c.relname <> all (:leftOut)
                        order by c.relname
                        """)
                .param("leftOut", LEFT_OUT.toArray(String[]::new))
                .query(ExportedTable.class)
                .list();
    }

    /** The version of the tables: the last migration. */
    static String version(JdbcClient jdbc) {
        return jdbc.sql("""
                        select version from flyway_schema_history
                        where success and version is not null order by installed_rank desc limit 1
                        """).query(String.class).single();
    }
}

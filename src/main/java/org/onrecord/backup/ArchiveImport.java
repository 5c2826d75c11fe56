package org.onrecord.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link ArchiveExport} wrote into an empty archive, all of it or nothing. */
class ArchiveImport {

    /** Rows stored at once, and the characters of JSON after which it is fewer. */
    private static final int ROWS = 500;

    private static final int CHARACTERS = 4_000_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ArchiveImport(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Reads all lines.
     *
     * @return how many rows were stored
     * @throws NotImported if they are no whole export, or the archive is not empty or has other tables
     */
    long read(BufferedReader lines) {
        Long rows = transaction.execute(status -> {
            try {
                return new Reading(lines).all();
            } catch (IOException e) {
                throw new NotImported("The export cannot be read: " + e + ".");
            }
        });
        return rows == null ? 0 : rows;
    }

    /** One import, inside its transaction. */
    private final class Reading {

        private final BufferedReader lines;
        /** Each by its name as exports have it. */
        private final Map<String, ExportedTable> tables = new LinkedHashMap<>();

        private final List<String> waiting = new ArrayList<>();
        private int characters;
        private @Nullable ExportedTable table;
        private long number;
        private long rows;

        Reading(BufferedReader lines) {
            this.lines = lines;
            ExportedTable.all(jdbc).forEach(each -> tables.put(each.name(), each));
        }

        long all() throws IOException {
            prepare();
            JsonNode line = next();
            String version = ExportedTable.version(jdbc);
            if (!line.path("export").asString("").equals("onrecord")) {
                throw new NotImported("This is no export of an archive.");
            }
            if (!line.path("tables").asString("").equals(version)) {
                throw new NotImported("It was written by another release: its tables are of version "
                        + line.path("tables").asString("?") + ", these of " + version
                        + ". Import it with that release, and then start this one on the same data folder.");
            }
            while (!(line = next()).has("end")) {
                take(line);
            }
            store();
            if (line.path("rows").asLong(-1) != rows) {
                throw new NotImported("It holds " + rows + " rows and should hold "
                        + line.path("rows").asLong(-1) + ".");
            }
            settle();
            return rows;
        }

        /** Rows refer to others that come later, and nobody may write meanwhile. */
        private void prepare() {
            jdbc.sql("set local statement_timeout = 0").update();
            for (ExportedTable each : tables.values()) {
                jdbc.sql("lock table " + each.name() + " in exclusive mode").update();
                // What was changed in an archive that is empty again is no content of it.
                if (!each.name().equals("audit_entry") && isFilled(each)) {
                    throw new NotImported("This archive is not empty: there are rows in " + each.name() + ".");
                }
            }
            references("deferrable");
            jdbc.sql("set constraints all deferred").update();
        }

        private boolean isFilled(ExportedTable filled) {
            return jdbc.sql("select exists (select from " + filled.name() + ")")
                    .query(Boolean.class)
                    .single();
        }

        private void references(String checked) {
            jdbc.sql("""
                            select format('alter table %I alter constraint %I ', c.relname, k.conname)
                            from pg_constraint k join pg_class c on c.oid = k.conrelid
                            where k.contype = 'f' and k.connamespace = current_schema()::regnamespace
                            """)
                    .query(String.class)
                    .list()
                    .forEach(alter -> jdbc.sql(alter + checked).update());
        }

        private void take(JsonNode line) {
            ExportedTable its = tables.get(line.path("table").asString(""));
            if (its == null || !line.path("row").isObject()) {
                throw new NotImported("Line " + number + " is not a row of a table that there is.");
            }
            if (!its.equals(table) || waiting.size() == ROWS || characters > CHARACTERS) {
                store();
                table = its;
            }
            String row = line.get("row").toString();
            waiting.add(row);
            characters += row.length();
        }

        private void store() {
            if (table == null || waiting.isEmpty()) {
                return;
            }
            String sql = "insert into " + table.name() + " (" + table.columns() + ") overriding system value select "
                    + table.columns() + " from json_populate_recordset(null::" + table.name() + ", cast(? as json))";
            try {
                rows += jdbc.sql(sql)
                        .param("[" + String.join(",", waiting) + "]")
                        .update();
            } catch (DataAccessException refused) {
                throw new NotImported("What comes before line " + number + " cannot be stored: "
                        + refused.getMostSpecificCause().getMessage());
            }
            waiting.clear();
            characters = 0;
        }

        /** Checks what refers to what, and has the search index built anew. */
        private void settle() {
            try {
                jdbc.sql("set constraints all immediate").update();
            } catch (DataAccessException dangling) {
                throw new NotImported(
                        "It is not whole: " + dangling.getMostSpecificCause().getMessage());
            }
            references("not deferrable");
            jdbc.sql("delete from index_build").update();
            jdbc.sql("delete from indexed_entity_name").update();
            jdbc.sql("delete from unindexed_name").update();
            tables.values().forEach(each -> jdbc.sql("analyze " + each.name()).update());
        }

        private JsonNode next() throws IOException {
            String line = lines.readLine();
            number++;
            if (line == null) {
                throw new NotImported("It ends after line " + (number - 1) + ", before its last line.");
            }
            try {
                return JSON.readTree(line);
            } catch (JacksonException malformed) {
                throw new NotImported("Line " + number + " is no JSON.");
            }
        }
    }
}

package org.onrecord.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.onrecord.kernel.Gate;
import org.onrecord.kernel.Overloaded;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes everything people have put into the archive or decided about it, as of one moment, in lines of JSON:
 *
 * <pre>
 * {"export":"onrecord","tables":"108"}
 * {"table":"article","row":{"id":"…", …}}
 * {"end":true,"rows":1}
 * </pre>
 *
 * Rows have the columns of their table and come in the order of its key, so that archives that hold the same write the
 * same bytes. PostgreSQL makes the lines and they are passed on as they come: an export of any size takes no memory.
 */
@Service
public class ArchiveExport {

    /** Neither stands in JSON as it is, so nothing is quoted or escaped on the way. */
    private static final String RAW = " to stdout (format csv, delimiter E'\\x02', quote E'\\x01')";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;
    private final Gate gate = Gate.withoutWaiting(1, "The archive is being exported already.");

    ArchiveExport(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /**
     * Writes the export and does not close it. Where it fails on its way, the last line is missing.
     *
     * @throws Overloaded if another one is being written, before the first byte
     */
    public void writeTo(OutputStream lines) {
        gate.through(() -> snapshot.execute(status -> {
            write(lines);
            return status;
        }));
    }

    private void write(OutputStream lines) {
        JdbcClient client = JdbcClient.create(jdbc);
        // A large table takes longer than any request may.
        client.sql("set local statement_timeout = 0").update();
        client.sql("set local timezone = 'UTC'").update();
        try {
            line(lines, "{\"export\":\"onrecord\",\"tables\":\"" + ExportedTable.version(client) + "\"}");
            long rows = 0;
            for (ExportedTable table : ExportedTable.all(client)) {
                rows += copy(table, lines);
            }
            line(lines, "{\"end\":true,\"rows\":" + rows + "}");
            lines.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private long copy(ExportedTable table, OutputStream lines) {
        String rows =
                "copy (select '{\"table\":\"" + table.name() + "\",\"row\":' || row_to_json(t) || '}' from (select "
                        + table.columns() + " from " + table.name() + " order by " + table.key() + ") t)" + RAW;
        Long count = jdbc.execute((Connection connection) -> copy(connection, rows, lines));
        return count == null ? 0 : count;
    }

    private static long copy(Connection connection, String rows, OutputStream lines) throws SQLException {
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(rows, lines);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void line(OutputStream lines, String line) throws IOException {
        lines.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}

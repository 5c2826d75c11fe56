package org.onrecord.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.RequestIds;
import org.onrecord.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The record of all changes, kept for good. */
@Component
public class AuditTrail {

    private final JdbcClient database;
    private final Clock clock;

    AuditTrail(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Records a change within the transaction that makes it, and says under which id. */
    public UUID record(Caller caller, String method, String path) {
        var id = Ids.next();
        database.sql("""
                        insert into audit_entry (id, at, caller_id, caller_name, method, path, request_id)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(caller.id())
                .param(caller.name())
                .param(method)
                .param(path)
                .param(RequestIds.current())
                .update();
        return id;
    }

    /** Records what a line of an upload came to, within the transaction that stores it. */
    public void recordLine(Caller caller, String method, String path, long line, int status, String location) {
        database.sql("""
                        insert into audit_entry
                            (id, at, caller_id, caller_name, method, path, line, request_id, status, location)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.next())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(caller.id())
                .param(caller.name())
                .param(method)
                .param(path)
                .param(line)
                .param(RequestIds.current())
                .param(status)
                .param(location)
                .update();
    }

    /** Adds what the change was answered with. */
    public void answered(UUID id, int status, @Nullable String location) {
        database.sql("update audit_entry set status = ?, location = ? where id = ?")
                .param(status)
                .param(location)
                .param(id)
                .update();
    }

    /**
     * Changes, the latest first.
     *
     * @param total how many there are in all, counted no further than asked
     */
    public record Listed(List<AuditEntry> entries, long total) {}

    /**
     * Lists changes.
     *
     * @param callerId of this caller only, or null
     * @param from not before, or null
     * @param to before, or null
     * @param after go on after the change of this time and id, or null to begin
     * @param countedTo how far to count
     */
    @Transactional(readOnly = true)
    public Listed list(
            @Nullable String callerId,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Position after,
            int limit,
            int countedTo) {
        var entries = select("*", callerId, from, to, after)
                .param("limit", limit)
                .query(AuditTrail::entry)
                .list();
        int total = select("1", callerId, from, to, null)
                .param("limit", countedTo)
                .query((row, number) -> 1)
                .list()
                .size();
        return new Listed(entries, total);
    }

    private JdbcClient.StatementSpec select(
            String columns,
            @Nullable String callerId,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Position after) {
        return database.sql("select " + columns + """
                         from audit_entry
                        where (cast(:caller as text) is null or caller_id = :caller)
                          and (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:to as timestamptz) is null or at < :to)
                          and (cast(:at as timestamptz) is null or (at, id) < (:at, :id))
                        order by at desc, id desc
                        limit :limit
                        """)
                .param("caller", callerId)
                .param("from", time(from))
                .param("to", time(to))
                .param("at", after == null ? null : time(after.at()))
                .param("id", after == null ? null : after.id());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("caller_id"),
                row.getString("caller_name"),
                row.getString("method"),
                row.getString("path"),
                row.getObject("line", Long.class),
                row.getString("request_id"),
                row.getObject("status", Integer.class),
                row.getString("location"));
    }

    /** Where in the trail a change stands. */
    public record Position(Instant at, UUID id) {}
}

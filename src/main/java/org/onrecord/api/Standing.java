package org.onrecord.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onrecord.kernel.Deleted;
import org.onrecord.kernel.Missing;

/**
 * Whether something stored may be shown, as the views of the database say.
 *
 * @param withheld whether it is kept from readers
 * @param deletedAt when it was deleted, null if it was not
 */
public record Standing(boolean withheld, @Nullable Instant deletedAt) {

    /** From a row's columns of these names. */
    public static Standing read(ResultSet row) throws SQLException {
        Timestamp deletedAt = row.getTimestamp("deleted_at");
        return new Standing(row.getBoolean("withheld"), deletedAt == null ? null : deletedAt.toInstant());
    }

    /** Whether the caller may know that it is, or was, there. */
    public boolean isKnownTo(Caller caller) {
        return !withheld || caller.seesWithheld();
    }

    /**
     * Lets callers pass who may see it.
     *
     * @param kind what it is, as people call it
     * @param id what it was asked for by
     * @throws Missing if it is withheld from the caller, whether it was deleted or not: exactly as if it had never been
     * @throws Deleted if it was deleted
     */
    public void check(Caller caller, String kind, Object id) {
        if (!isKnownTo(caller)) {
            throw new Missing(kind, id);
        }
        if (deletedAt != null) {
            throw new Deleted(kind, id, deletedAt);
        }
    }
}

package org.onrecord.api.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that is away from one that objects. */
public final class DatabaseFailures {

    // PostgreSQL's appendix A: 08 connection exception; 57P01 to 57P03 shutting down, crashed, starting up;
    // 53300 too many connections.
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "57P05", "53100", "53200", "53300");

    // 57014 is a statement that took too long, 55P03 a lock that was not got in time, 40P01 one that never would be.
    private static final Set<String> BUSY = Set.of("57014", "55P03", "40P01");

    /** When it is worth asking again. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /**
     * What the connection pool answers when something, a rollback most often, is asked of a connection whose server went
     * away: it has closed the connection meanwhile, and gives no state.
     */
    private static final String CLOSED_BY_THE_POOL = "Connection is closed";

    private DatabaseFailures() {}

    /** Whether trying again later may help. */
    public static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && (isAway(sql.getSQLState()) || CLOSED_BY_THE_POOL.equals(sql.getMessage()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the database is there, and had too much to do; to be asked first. */
    public static boolean isBusy(Throwable failure) {
        String state = state(failure);
        return state != null ? BUSY.contains(state) : areAllConnectionsInUse(failure);
    }

    /** The pool waited in vain for one of its connections to be given back, and has nothing to say against the server. */
    private static boolean areAllConnectionsInUse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException && cause.getCause() == null) {
                String message = String.valueOf(cause.getMessage());
                return message.contains("(total=") && !message.contains("(total=0,");
            }
        }
        return false;
    }

    private static boolean isAway(@Nullable String state) {
        return state != null && (state.startsWith("08") || AWAY.contains(state));
    }

    /** The SQLSTATE at the root of a failure, or null. */
    public static @Nullable String state(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}

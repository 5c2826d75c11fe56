package org.onrecord.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.api.Failures;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseFailuresTests {

    @ParameterizedTest
    @ValueSource(strings = {"08003", "08006", "57P01", "57P02", "57P03", "53300"})
    void aCommitThatLostItsConnectionIsWorthRepeating(String state) {
        var failure = new TransactionSystemException(
                "Could not commit JPA transaction", new RuntimeException(new SQLException("lost", state)));
        assertThat(DatabaseFailures.isAway(failure)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "55P03", "40P01"})
    void whatTheDatabaseHadNoTimeForIsWorthRepeatingThoughItIsThere(String state) {
        var failure = new JpaSystemException(new RuntimeException(new SQLException("waited in vain", state)));
        assertThat(Failures.asProblem(failure)).containsInstanceOf(Unavailable.class);
        assertThat(DatabaseFailures.isAway(failure)).isFalse();
    }

    @Test
    void aRollbackOnAConnectionThePoolHasClosedIsWorthRepeating() {
        var failure = new JpaSystemException(new RuntimeException(
                "Unable to rollback against JDBC Connection", new SQLException("Connection is closed")));
        assertThat(DatabaseFailures.isAway(failure)).isTrue();
    }

    @Test
    void connectionsThatAreAllInUseAreNoDatabaseThatIsAway() {
        var inUse = pool("(total=10, active=10, idle=0, waiting=5)", null);
        var gone = pool("(total=0, active=0, idle=0, waiting=5)", null);
        var refused = pool("(total=2, active=2, idle=0, waiting=5)", new SQLException("refused", "08001"));
        assertThat(DatabaseFailures.isBusy(inUse)).isTrue();
        assertThat(DatabaseFailures.isBusy(gone)).isFalse();
        assertThat(DatabaseFailures.isBusy(refused)).isFalse();
        assertThat(DatabaseFailures.isAway(gone) && DatabaseFailures.isAway(refused))
                .isTrue();
    }

    /** What HikariCP throws, as Spring hands it on. */
    private static CannotGetJdbcConnectionException pool(String state, @Nullable SQLException last) {
        return new CannotGetJdbcConnectionException(
                "Failed to obtain JDBC Connection",
                new SQLTransientConnectionException(
                        "HikariPool-1 - Connection is not available, request timed out after 1500ms " + state,
                        last == null ? null : last.getSQLState(),
                        0,
                        last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23502", "42601", "42703"})
    void aStatementTheDatabaseObjectsToIsNot(String state) {
        var failure = new JpaSystemException(new RuntimeException(new SQLException("objection", state)));
        assertThat(DatabaseFailures.isAway(failure) || DatabaseFailures.isBusy(failure))
                .isFalse();
    }
}

package org.onrecord.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** How the connection pool reaches the embedded PostgreSQL. */
record EmbeddedPostgresConnectionDetails(ServerAddress address) implements JdbcConnectionDetails {

    @Override
    public String getUsername() {
        return address.role();
    }

    @Override
    public String getPassword() {
        return address.password();
    }

    @Override
    public String getJdbcUrl() {
        return address.jdbcUrl();
    }
}

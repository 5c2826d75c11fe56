package org.onrecord.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where the embedded PostgreSQL answers and how the archive signs in. Kept in a private file in the data directory.
 *
 * @param port on 127.0.0.1
 * @param role not a superuser; owns the database
 * @param runsAs the operating-system user, for people
 */
record ServerAddress(int port, String database, String role, String password, String runsAs) {

    static final String HOST = "127.0.0.1";

    ServerAddress {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    ServerAddress at(int newPort) {
        return new ServerAddress(newPort, database, role, password, runsAs);
    }

    String jdbcUrl() {
        return jdbcUrl(database);
    }

    String jdbcUrl(String otherDatabase) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + otherDatabase
                + "?ApplicationName=onrecord&sslmode=disable&gssEncMode=disable";
    }

    /** The part of the URL that may be logged and shown. */
    @Override
    public String toString() {
        return role + "@" + HOST + ":" + port + "/" + database;
    }

    void write(Path file, ServerUser user) throws IOException {
        DurableFiles.write(file, """
                # How to reach the archive's PostgreSQL while it runs. Whoever can read this can read the archive.
                host=%s
                port=%d
                database=%s
                role=%s
                password=%s
                runs-as=%s
                """.formatted(HOST, port, database, role, password, runsAs));
        user.own(file);
    }

    static ServerAddress read(Path file) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            return new ServerAddress(
                    Integer.parseInt(required(properties, "port")),
                    required(properties, "database"),
                    required(properties, "role"),
                    required(properties, "password"),
                    properties.getProperty("runs-as", ""));
        } catch (IOException | IllegalArgumentException e) {
            throw new DatabaseRefused(
                    "The file " + file + " does not tell how to reach the archive's database: " + e.getMessage(),
                    "the data beside it",
                    "put the file back from a backup of the data folder; it holds host, port, database, role and"
                            + " password, one key=value a line.",
                    e);
        }
    }

    private static String required(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("no " + key);
        }
        return value.strip();
    }
}

package org.onrecord.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL as an administrator makes and runs one: {@code initdb}, {@code postgres} with its own defaults, and the
 * role and database of docs/operations.md. Nothing of the archive's own care goes into it.
 */
public final class HandmadeServer implements JdbcConnectionDetails, AutoCloseable {

    private static final String PASSWORD = "chosen-by-an-administrator";

    private final int port;
    private final ServerProcess postgres;

    private HandmadeServer(int port, ServerProcess postgres) {
        this.port = port;
        this.postgres = postgres;
    }

    /** @param home where its data directory is made */
    public static HandmadeServer start(Path home) throws Exception {
        DatabaseFolders folders = TestHome.folders(home);
        ServerUser user = ServerUser.of(folders, ServerUser.UNPRIVILEGED);
        ServerPrograms programs = ServerPrograms.unpack(folders, user);
        Path data = folders.home().resolve("made-by-hand");
        DurableFiles.createPrivateFolder(data);
        user.own(data);
        ServerProcess initdb = ServerProcess.start(
                user,
                "KILL",
                List.of(programs.initdb().toString(), "-D", data.toString(), "-U", "keeper", "-A", "trust"),
                line -> {});
        if (initdb.await(Duration.ofMinutes(2)) != 0) {
            throw new IOException("initdb failed:\n" + initdb.lastLines());
        }
        int port = Ports.choose();
        ServerProcess postgres = ServerProcess.start(
                user,
                "INT",
                List.of(programs.postgres().toString(), "-D", data.toString(), "-p", "" + port, "-k", ""),
                line -> {});
        HandmadeServer server = new HandmadeServer(port, postgres);
        server.makeRoleAndDatabase(data);
        return server;
    }

    private void makeRoleAndDatabase(Path data) throws IOException, SQLException, InterruptedException {
        Path condition = data.resolve("postmaster.pid");
        while (!Files.exists(condition) || !Files.readString(condition).contains("ready")) {
            if (!postgres.isAlive()) {
                throw new IOException("postgres ended:\n" + postgres.lastLines());
            }
            Thread.sleep(20);
        }
        try (Connection connection = DriverManager.getConnection(url("postgres"), "keeper", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE onrecord LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE onrecord OWNER onrecord ENCODING 'UTF8' LOCALE_PROVIDER builtin"
                    + " BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C' TEMPLATE template0");
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public String getJdbcUrl() {
        return url("onrecord");
    }

    @Override
    public String getUsername() {
        return "onrecord";
    }

    @Override
    public String getPassword() {
        return PASSWORD;
    }

    @Override
    public void close() {
        postgres.stop();
    }
}

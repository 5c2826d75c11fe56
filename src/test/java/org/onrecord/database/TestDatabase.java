package org.onrecord.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.onrecord.OnRecord;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database with the archive's tables and nothing in them, for one test class. All databases of a test run live on one
 * server, started by the first that asks and stopped with the virtual machine; each is copied from a template that was
 * migrated once, which takes about 50 ms.
 */
public final class TestDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ServerAddress server;
    private final String name;

    private TestDatabase(ServerAddress server, String name) {
        this.server = server;
        this.name = name;
    }

    /** A fresh database, migrated and empty. */
    public static TestDatabase create() {
        ServerAddress server = Server.ADDRESS;
        String name = "test_" + COUNT.incrementAndGet();
        execute(server, "CREATE DATABASE " + name + " TEMPLATE " + server.database());
        return new TestDatabase(server, name);
    }

    /** A fresh database without any table. */
    public static TestDatabase bare() {
        String name = "test_" + COUNT.incrementAndGet();
        execute(Server.ADDRESS, "CREATE DATABASE " + name + " TEMPLATE template0");
        return new TestDatabase(Server.ADDRESS, name);
    }

    @Override
    public String getUsername() {
        return server.role();
    }

    @Override
    public String getPassword() {
        return server.password();
    }

    @Override
    public String getJdbcUrl() {
        return server.jdbcUrl(name);
    }

    /** Connections to this database, a new one each time. */
    public DataSource dataSource() {
        return new DriverManagerDataSource(getJdbcUrl(), getUsername(), getPassword());
    }

    /**
     * Starts an archive on this database, with a web server on a port of its own; to be closed before the database is.
     *
     * @param arguments what else it is told, as on the command line
     */
    public ConfigurableApplicationContext startArchive(Path home, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--onrecord.home=" + home,
                "--spring.datasource.url=" + getJdbcUrl(),
                "--spring.datasource.username=" + getUsername(),
                "--spring.datasource.password=" + getPassword()));
        all.addAll(List.of(arguments));
        return new SpringApplicationBuilder(OnRecord.class).run(all.toArray(String[]::new));
    }

    /** Drops the database, whoever is still connected. */
    @Override
    public void close() {
        execute(server, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static void execute(ServerAddress server, String statement) {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), server.role(), server.password());
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The one server, whose database {@code onrecord} is the template of all others. */
    private static final class Server {

        static final ServerAddress ADDRESS = start();

        private static ServerAddress start() {
            Path home = TestHome.create();
            EmbeddedPostgres postgres = EmbeddedPostgres.open(
                    TestHome.folders(home),
                    new ServerOptions(Set.copyOf(ServerOptions.DURABILITY), true, 200),
                    Duration.ofSeconds(60));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, home)));
            ServerAddress address = postgres.address();
            Flyway.configure()
                    .dataSource(address.jdbcUrl(), address.role(), address.password())
                    .load()
                    .migrate();
            return address;
        }

        private static void stop(EmbeddedPostgres postgres, Path home) {
            postgres.close();
            TestHome.delete(home);
        }
    }
}

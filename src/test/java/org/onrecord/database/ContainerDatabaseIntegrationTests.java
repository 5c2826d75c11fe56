package org.onrecord.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The whole archive on a PostgreSQL in a container; skipped where no Docker daemon runs. */
@SpringBootTest
@Testcontainers(disabledWithoutDocker = true)
class ContainerDatabaseIntegrationTests {

    @Container
    @ServiceConnection
    private static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:18");

    @TempDir
    private static Path home;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Flyway flyway;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        registry.add("onrecord.home", home::toString);
    }

    @Test
    void theContainersDatabaseReplacesTheEmbeddedOne() {
        assertThat(context.getBeansOfType(EmbeddedPostgres.class)).isEmpty();
        assertThat(home.resolve("pg18")).doesNotExist();
        assertThat(database.sql("SHOW server_version").query(String.class).single())
                .startsWith("18");
    }

    @Test
    void everyMigrationRunsOnIt() {
        assertThat(flyway.info().applied()).isNotEmpty();
        assertThat(flyway.info().pending()).isEmpty();
    }
}

package org.onrecord.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which database the archive takes: its own, or the one it was given. */
class DatabaseChoiceTests {

    private final Path home = TestHome.create();

    private ApplicationContextRunner context;

    @BeforeEach
    void configure() {
        context = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        EmbeddedPostgresAutoConfiguration.class,
                        MigrationConnectionAutoConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        FlywayAutoConfiguration.class))
                .withInitializer(started ->
                        started.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
                .withPropertyValues("onrecord.home=" + home);
    }

    @AfterEach
    void deleteHome() {
        TestHome.delete(home);
    }

    @Test
    void itsOwnWhereNothingElseIsConfigured() {
        context.run(started -> {
            assertThat(started).hasSingleBean(EmbeddedPostgres.class);
            assertThat(started.getBean(EmbeddedPostgres.class).state()).isEqualTo(EmbeddedPostgres.State.RUNNING);
            assertThat(versionOf(started.getBean(HikariDataSource.class))).startsWith("18.");
        });
        assertThat(home.resolve("pg18")).isDirectory();
        assertThat(home.resolve("pg18/postmaster.pid")).doesNotExist();
    }

    @Test
    void theOneAUrlNames() {
        try (TestDatabase database = TestDatabase.create()) {
            context.withPropertyValues(
                            "spring.datasource.url=" + database.getJdbcUrl(),
                            "spring.datasource.username=" + database.getUsername(),
                            "spring.datasource.password=" + database.getPassword())
                    .run(started -> {
                        assertThat(started).doesNotHaveBean(EmbeddedPostgres.class);
                        assertThat(started.getBean(HikariDataSource.class).getJdbcUrl())
                                .isEqualTo(database.getJdbcUrl());
                        assertThat(versionOf(started.getBean(HikariDataSource.class)))
                                .startsWith("18.");
                    });
        }
        assertThat(home.resolve("pg18")).doesNotExist();
    }

    @Test
    void theOneConnectionDetailsName() {
        context.withBean(TestDatabase.class, TestDatabase::create).run(started -> {
            assertThat(started).doesNotHaveBean(EmbeddedPostgres.class).hasSingleBean(JdbcConnectionDetails.class);
            assertThat(versionOf(started.getBean(HikariDataSource.class))).startsWith("18.");
        });
        assertThat(home.resolve("pg18")).doesNotExist();
    }

    @Test
    void migrationsHaveConnectionsOfTheirOwn() {
        context.withBean(TestDatabase.class, TestDatabase::create)
                .withPropertyValues("spring.flyway.init-sqls=SET statement_timeout = 0")
                .run(started -> assertThat(
                                started.getBean(Flyway.class).getConfiguration().getDataSource())
                        .isNotInstanceOf(HikariDataSource.class));
    }

    private static String versionOf(HikariDataSource dataSource) {
        return JdbcClient.create(dataSource)
                .sql("SHOW server_version")
                .query(String.class)
                .single();
    }
}

package org.onrecord.database;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@ArchiveTest
class ArchiveTestIntegrationTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Flyway flyway;

    @Autowired
    private DataSource dataSource;

    @Value("${onrecord.home}")
    private String home;

    @Test
    void connectionDetailsOfATestReplaceTheEmbeddedServer() {
        assertThat(context.getBeansOfType(EmbeddedPostgres.class)).isEmpty();
        assertThat(JdbcClient.create(dataSource)
                        .sql("SELECT current_database()")
                        .query(String.class)
                        .single())
                .startsWith("test_");
    }

    @Test
    void theTemplateIsFullyMigrated() {
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.info().applied()).isNotEmpty();
    }

    @Test
    void theHomeIsNotTheOneOfTheWorkingFolder() {
        assertThat(home).contains("test-homes");
    }
}

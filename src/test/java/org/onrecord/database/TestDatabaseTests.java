package org.onrecord.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTests {

    @Test
    void eachHasTablesOfItsOwn() {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase other = TestDatabase.create()) {
            JdbcClient.create(one.dataSource())
                    .sql("CREATE TABLE note (id int)")
                    .update();

            assertThat(tables(one)).contains("note", "flyway_schema_history");
            assertThat(tables(other)).contains("flyway_schema_history").doesNotContain("note");
        }
    }

    @Test
    void isCopiedWithinASecond() {
        TestDatabase.create().close();
        long start = System.nanoTime();
        TestDatabase.create().close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void hasTheExtensionsAnArchiveMayWant() {
        try (TestDatabase database = TestDatabase.create()) {
            JdbcClient client = JdbcClient.create(database.dataSource());
            for (String extension : new String[] {"pg_trgm", "unaccent", "btree_gin", "citext", "pgcrypto"}) {
                client.sql("CREATE EXTENSION " + extension).update();
            }
            assertThat(client.sql("SELECT similarity('Ruiz', 'Ruis')")
                            .query(Double.class)
                            .single())
                    .isPositive();
        }
    }

    private static Iterable<String> tables(TestDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                .query(String.class)
                .list();
    }
}

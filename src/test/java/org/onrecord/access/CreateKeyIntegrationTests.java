package org.onrecord.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class CreateKeyIntegrationTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return CreateKey.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void makesAKeyThatOpensTheArchive() {
        try (var database = TestDatabase.create()) {
            int code = run(
                    "create-key",
                    "--role",
                    "admin",
                    "--name",
                    "Ana at the desk",
                    "--expires-in",
                    "P90D",
                    "--spring.datasource.url=" + database.getJdbcUrl(),
                    "--spring.datasource.username=" + database.getUsername(),
                    "--spring.datasource.password=" + database.getPassword());
            assertThat(code).isZero();
            var keys = new AccessKeys(JdbcClient.create(database.dataSource()), Clock.systemUTC());
            var key = keys.open(out.toString(StandardCharsets.UTF_8).strip()).orElseThrow();
            assertThat(key.name()).isEqualTo("Ana at the desk");
            assertThat(key.role()).isEqualTo(Role.ADMIN);
            assertThat(key.expiresAt()).isNotNull();
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("shown this once");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create-key",
                "create-key --role admin",
                "create-key --name x",
                "create-key --role owner --name x",
                "create-key --role admin --name x --expires-in soon"
            })
    void saysHowToAskWhenItIsAskedWrongly(String command) {
        assertThat(run(command.split(" "))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage:");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}

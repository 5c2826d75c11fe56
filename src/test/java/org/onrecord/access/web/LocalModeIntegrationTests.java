package org.onrecord.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.api.RawHttp;
import org.onrecord.database.ArchiveTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalModeIntegrationTests {

    private static final String JSON = "Content-Type: application/json\r\n";

    @LocalServerPort
    private int port;

    private RawHttp http;

    @BeforeEach
    void connect() {
        http = new RawHttp(port);
    }

    @Test
    @Order(1)
    void whoeverSitsAtTheMachineNeedsNoKey() throws IOException {
        assertThat(http.send("GET", "/api/v1/keys", "", "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({
        "localhost, 200",
        "localhost:8080, 200",
        "LOCALHOST, 200",
        "127.0.0.1:8080, 200",
        "[::1]:8080, 200",
        "evil.example, 403",
        "localhost.evil.example, 403",
        "127.0.0.1.evil.example:8080, 403",
        "192.168.0.7, 403"
    })
    void aNameThatIsNotTheMachinesIsRefused(String host, int status) throws IOException {
        var answer = http.send("GET", "/api/v1/keys", "Host: " + host + "\r\n", "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.problem("/code")).isEqualTo("foreign-host");
            assertThat(answer.problem("/requestId")).isNotBlank();
        }
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({
        "Origin: http://evil.example, 403",
        "Origin: null, 403",
        "Origin: http://localhost:1, 403",
        "Sec-Fetch-Site: cross-site, 403",
        "Origin: http://localhost, 400",
        "Sec-Fetch-Site: same-origin, 400"
    })
    void aChangeFromAForeignPageIsRefused(String header, int status) throws IOException {
        var answer = http.send("POST", "/api/v1/keys", JSON + header + "\r\n", "{}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("content-type")).contains("application/problem+json");
        assertThat(answer.header("access-control-allow-origin")).isEmpty();
    }

    @Test
    @Order(1)
    void noForeignPageIsToldItMayAsk() throws IOException {
        var preflight = http.send(
                "OPTIONS", "/api/v1/keys", "Origin: http://evil.example\r\nAccess-Control-Request-Method: GET\r\n", "");
        assertThat(preflight.status()).isEqualTo(403);
        assertThat(preflight.header("content-type")).contains("application/problem+json");
        assertThat(preflight.header("access-control-allow-origin")).isEmpty();
    }

    @Test
    @Order(2)
    void onceThereIsAKeyItIsAskedFor() throws IOException {
        var made = http.send("POST", "/api/v1/keys", JSON, "{\"name\":\"desk\",\"role\":\"admin\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var secret = made.json().at("/secret").asString();
        assertThat(secret).matches("or_[A-Za-z0-9_-]{43}");

        assertThat(http.send("GET", "/api/v1/keys", "", "").status()).isEqualTo(401);
        var list = http.send("GET", "/api/v1/keys", "Authorization: Bearer " + secret + "\r\n", "");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text()).doesNotContain(secret).contains(secret.substring(0, 8));
        assertThat(list.json().at("/results/0/createdBy").asString()).isEqualTo("local");
    }
}

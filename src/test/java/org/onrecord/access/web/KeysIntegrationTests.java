package org.onrecord.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.access.AccessKeys;
import org.onrecord.access.NewKey;
import org.onrecord.access.OpenWithoutKeys;
import org.onrecord.access.Role;
import org.onrecord.api.RawHttp;
import org.onrecord.api.RawHttp.Answer;
import org.onrecord.database.ArchiveTest;
import org.onrecord.database.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "onrecord.access.allowed-origins=https://desk.example.org")
@ArchiveTest
class KeysIntegrationTests {

    private static final SecretKey ISSUER =
            new SecretKeySpec("a test issuer's secret, 32 bytes".getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    private static final String JSON = "Content-Type: application/json\r\n";

    @TestConfiguration
    static class Tokens {

        @Bean
        JwtDecoder decoder() {
            return NimbusJwtDecoder.withSecretKey(ISSUER).build();
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private AccessKeys keys;

    @Autowired
    private JdbcClient database;

    private RawHttp http;

    @BeforeEach
    void connect() {
        http = new RawHttp(port);
    }

    private NewKey key(Role role) {
        return keys.create("a " + role, role, "test", null);
    }

    private static String with(NewKey key) {
        return "Authorization: Bearer " + key.secret() + "\r\n";
    }

    private Answer get(String path, String headers) throws IOException {
        return http.send("GET", path, headers, "");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("content-type")).contains("application/problem+json");
        assertThat(answer.problem("/code")).isEqualTo(code);
        assertThat(answer.problem("/requestId")).isNotBlank();
    }

    @Test
    void aStrangerIsToldToSendAKey() throws IOException {
        var answer = get("/api/v1/articles", "");
        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.header("www-authenticate")).contains("Bearer realm=\"onrecord\"");
    }

    @Test
    void aStrangersConnectionIsClosedWhereABodyIsStillToCome() throws IOException {
        var head = "POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\n" + JSON + "Content-Length: 2\r\n\r\n";
        assertThat(http.send((head + "{").getBytes(StandardCharsets.UTF_8)).header("connection"))
                .contains("close");
        assertThat(http.send((head + "{}").getBytes(StandardCharsets.UTF_8)).header("connection"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer or_nonsense",
                "Bearer or_",
                "Bearer nonsense",
                "Bearer",
                "Basic YTpi",
                "or_abc",
                "Bearer a.b.c",
                ""
            })
    void whatIsNoKeyOpensNothing(String authorization) throws IOException {
        var answer = get("/api/v1/articles", "Authorization: " + authorization + "\r\n");
        assertProblem(answer, 401, "invalid-credentials");
        assertThat(answer.header("www-authenticate").orElseThrow()).contains("invalid_token");
    }

    @ParameterizedTest
    @CsvSource({
        "READER, GET, /api/v1/nothing-here, 404",
        "READER, POST, /api/v1/nothing-here, 404",
        "READER, POST, /api/v1/outlets, 403",
        "READER, PUT, /api/v1/outlets/nobody, 403",
        "READER, PATCH, /api/v1/outlets/nobody, 403",
        "READER, DELETE, /api/v1/outlets/nobody, 403",
        "READER, DELETE, /api/v1/outlets, 405",
        "READER, GET, /api/v1/keys, 403",
        "READER, GET, /api/v1/audit, 403",
        "EDITOR, GET, /api/v1/nothing-here, 404",
        "EDITOR, POST, /api/v1/nothing-here, 404",
        "EDITOR, GET, /api/v1/keys, 403",
        "EDITOR, POST, /api/v1/keys, 403",
        "EDITOR, GET, /api/v1/audit, 403",
        "ADMIN, POST, /api/v1/nothing-here, 404",
        "ADMIN, GET, /api/v1/keys, 200",
        "ADMIN, GET, /api/v1/audit, 200"
    })
    void aRoleMayDoWhatItMay(Role role, String method, String path, int status) throws IOException {
        assertThat(http.send(method, path, with(key(role)), "").status()).isEqualTo(status);
    }

    /** What nobody can do is no secret: the API's description says it too. */
    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing-here, 404, not-found",
        "DELETE, /api/v1/nothing-here, 404, not-found",
        "GET, /actuator/env, 404, not-found",
        "DELETE, /api/v1/articles, 405, method-not-allowed",
        "PATCH, /api/v1/keys, 405, method-not-allowed",
        "POST, /actuator/prometheus, 405, method-not-allowed"
    })
    void whatIsNotThereIsNotThereForStrangersEither(String method, String path, int status, String code)
            throws IOException {
        for (String headers : List.of("", "Authorization: Bearer or_nonsense\r\n", with(key(Role.READER)))) {
            var answer = http.send(method, path, headers, "");
            assertProblem(answer, status, code);
            assertThat(answer.header("allow").isPresent()).isEqualTo(status == 405);
            assertThat(answer.header("www-authenticate")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void healthIsToldToAnyone(String path) throws IOException {
        assertThat(get(path, "").status()).isEqualTo(200);
        assertThat(get(path, "").text()).doesNotContain("PostgreSQL");
    }

    @Test
    void metricsAreForReaders() throws IOException {
        assertThat(get("/actuator/prometheus", "").status()).isEqualTo(401);
        assertThat(get("/actuator/prometheus", with(key(Role.READER))).status()).isEqualTo(200);
        assertThat(get("/actuator/env", with(key(Role.ADMIN))).status()).isEqualTo(404);
    }

    @Test
    void aKeyStopsOpeningWhenItExpires() throws IOException {
        var expired = keys.create("old", Role.READER, "test", Instant.now().minusSeconds(1));
        assertProblem(get("/api/v1/outlets/nobody", with(expired)), 401, "invalid-credentials");
        var valid = keys.create("new", Role.READER, "test", Instant.now().plusSeconds(60));
        assertThat(get("/api/v1/outlets/nobody", with(valid)).status()).isEqualTo(404);
    }

    @Test
    void aKeyIsMadeLookedAtRenamedAndTakenBack() throws IOException {
        var admin = with(key(Role.ADMIN));
        var made = http.send(
                "POST", "/api/v1/keys", JSON + admin, "{\"name\":\"the desk\",\"role\":\"editor\",\"expiresAt\":null}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var path = made.header("location").orElseThrow();
        var secret = "Authorization: Bearer " + made.json().at("/secret").asString() + "\r\n";
        assertThat(http.send("POST", "/api/v1/outlets/nobody/restore", secret, "")
                        .status())
                .isEqualTo(404);

        var shown = get(path, admin);
        assertThat(shown.json().at("/name").asString()).isEqualTo("the desk");
        assertThat(shown.json().at("/role").asString()).isEqualTo("editor");
        assertThat(shown.json().at("/lastUsedAt").asString()).startsWith("20");
        assertThat(shown.json().has("secret")).isFalse();
        assertThat(shown.json().has("secretSha256")).isFalse();

        var etag = "If-Match: " + shown.header("etag").orElseThrow() + "\r\n";
        assertThat(http.send("PATCH", path, JSON + admin, "{}").status()).isEqualTo(428);
        assertThat(http.send("PATCH", path, JSON + admin + etag, "{\"role\":\"admin\"}")
                        .status())
                .isEqualTo(400);
        var renamed = http.send("PATCH", path, JSON + admin + etag, "{\"name\":\"the news desk\"}");
        assertThat(renamed.json().at("/name").asString()).isEqualTo("the news desk");

        assertThat(http.send("DELETE", path, admin + etag, "").status()).isEqualTo(412);
        assertThat(http.send("DELETE", path, admin + "If-Match: *\r\n", "").status())
                .isEqualTo(204);
        assertProblem(http.send("POST", "/api/v1/outlets/nobody/restore", secret, ""), 401, "invalid-credentials");
        assertThat(get(path, admin).json().at("/revokedAt").asString()).startsWith("20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"\",\"role\":\"reader\"}",
                "{\"name\":\"x\"}",
                "{\"name\":\"x\",\"role\":\"owner\"}",
                "{\"name\":\"x\",\"role\":\"reader\",\"expiresAt\":\"2001-01-01T00:00:00Z\"}",
                "{\"name\":\"x\",\"role\":\"reader\",\"secret\":\"or_mine\"}"
            })
    void aKeyThatCannotBeMeantIsNotMade(String body) throws IOException {
        assertProblem(http.send("POST", "/api/v1/keys", JSON + with(key(Role.ADMIN)), body), 400, "invalid-input");
    }

    @Test
    void keysAreListedPageByPage() throws IOException {
        var admin = with(key(Role.ADMIN));
        key(Role.READER);
        key(Role.READER);
        var first = get("/api/v1/keys?limit=2", admin);
        assertThat(first.json().at("/results")).hasSize(2);
        var next = first.json().at("/next").asString();
        var second = get(next.substring("http://localhost".length()), admin);
        assertThat(second.json().at("/results/0/id").asString())
                .isLessThan(first.json().at("/results/1/id").asString());
    }

    @Test
    void onlyDigestsOfSecretsAreStored() {
        var made = key(Role.READER);
        assertThat(database.sql("select encode(secret_sha256, 'escape') || name || hint from access_key")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(made.secret()));
        assertThat(made.toString()).doesNotContain(made.secret());
    }

    @Test
    void everyChangeIsRecorded() throws IOException {
        var key = key(Role.ADMIN);
        var made = http.send(
                "POST",
                "/api/v1/keys",
                JSON + with(key) + "X-Request-Id: audit-me\r\n",
                "{\"name\":\"audited\",\"role\":\"reader\"}");
        var trail = get("/api/v1/audit?caller=key:" + key.key().id(), with(key));
        assertThat(trail.json().at("/total").asInt()).isEqualTo(1);
        var entry = trail.json().at("/results/0");
        assertThat(entry.at("/callerName").asString()).isEqualTo("a ADMIN");
        assertThat(entry.at("/method").asString()).isEqualTo("POST");
        assertThat(entry.at("/path").asString()).isEqualTo("/api/v1/keys");
        assertThat(entry.at("/requestId").asString()).isEqualTo("audit-me");
        assertThat(entry.at("/status").asInt()).isEqualTo(201);
        assertThat(entry.at("/location").asString())
                .isEqualTo(made.header("location").orElseThrow());
    }

    @Test
    void whatDidNotHappenIsNotRecorded() throws IOException {
        var key = key(Role.ADMIN);
        http.send("POST", "/api/v1/keys", JSON + with(key), "{\"name\":\"\",\"role\":\"reader\"}");
        var path = "/api/v1/keys/" + key.key().id();
        http.send("DELETE", path, with(key) + "If-Match: \"99\"\r\n", "");
        assertThat(get("/api/v1/audit?caller=key:" + key.key().id(), with(key))
                        .json()
                        .at("/total")
                        .asInt())
                .isZero();
    }

    @Test
    void aPageOfAnAllowedOriginMayAsk() throws IOException {
        var preflight = http.send(
                "OPTIONS",
                "/api/v1/keys",
                "Origin: https://desk.example.org\r\nAccess-Control-Request-Method: POST\r\n"
                        + "Access-Control-Request-Headers: authorization\r\n",
                "");
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("access-control-allow-origin")).contains("https://desk.example.org");
        var asked = get("/api/v1/keys", with(key(Role.ADMIN)) + "Origin: https://desk.example.org\r\n");
        assertThat(asked.header("access-control-allow-origin")).contains("https://desk.example.org");
        assertThat(asked.header("access-control-expose-headers").orElseThrow()).contains("ETag");
    }

    // Tokens of an OAuth 2 server

    private static String token(Instant expires, Object roles) {
        var claims = JwtClaimsSet.builder().subject("ana").expiresAt(expires).issuedAt(expires.minusSeconds(600));
        if (roles != null) {
            claims.claim("roles", roles);
        }
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        return "Authorization: Bearer "
                + new NimbusJwtEncoder(new ImmutableSecret<>(ISSUER))
                        .encode(JwtEncoderParameters.from(header, claims.build()))
                        .getTokenValue()
                + "\r\n";
    }

    @Test
    void aTokensRoleIsItsCallersRole() throws IOException {
        var later = Instant.now().plusSeconds(300);
        assertThat(get("/api/v1/keys", token(later, List.of("editor", "admin"))).status())
                .isEqualTo(200);
        assertProblem(get("/api/v1/keys", token(later, "openid reader")), 403, "forbidden");
        assertThat(get("/api/v1/outlets/nobody", token(later, "reader")).status())
                .isEqualTo(404);
    }

    @Test
    void aTokenThatIsExpiredOrNamesNoRoleOpensNothing() throws IOException {
        assertProblem(get("/api/v1/keys", token(Instant.now().minusSeconds(600), "admin")), 401, "invalid-credentials");
        assertProblem(get("/api/v1/keys", token(Instant.now().plusSeconds(60), null)), 401, "invalid-credentials");
        assertProblem(get("/api/v1/keys", token(Instant.now().plusSeconds(60), "boss")), 401, "invalid-credentials");
    }

    // Listening

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.5", "::"})
    void listeningForStrangersWithoutKeysIsRefused(String address) throws IOException {
        try (var empty = TestDatabase.create()) {
            over(empty).run(context -> {
                var noKeys = context.getBean(AccessKeys.class);
                var open = InetAddress.getByName(address);
                Assertions.assertThatExceptionOfType(OpenWithoutKeys.class)
                        .isThrownBy(() -> new LocalMode(open, false, noKeys))
                        .withMessageContaining("no key yet");
                assertThat(new LocalMode(open, true, noKeys).isOpen()).isFalse();
                noKeys.create("first", Role.ADMIN, "test", null);
                assertThat(new LocalMode(open, false, noKeys).isOpen()).isFalse();
            });
        }
    }

    @Test
    void theFirstKeyClosesTheArchiveAtOnceWhereItIsMadeAndSoonBeside() throws IOException {
        try (var empty = TestDatabase.create()) {
            over(empty)
                    .run(beside -> over(empty).run(context -> {
                        var here = InetAddress.getLoopbackAddress();
                        var mode = new LocalMode(here, false, context.getBean(AccessKeys.class));
                        var modeBeside = new LocalMode(here, false, beside.getBean(AccessKeys.class));
                        assertThat(mode.isOpen()).isTrue();
                        assertThat(modeBeside.isOpen()).isTrue();
                        context.getBean(AccessKeys.class).create("first", Role.ADMIN, "test", null);
                        assertThat(mode.isOpen()).isFalse();
                        Awaitility.await().until(() -> !modeBeside.isOpen());
                    }));
        }
    }

    /** The keys of a database, with transactions as in the service. */
    private static ApplicationContextRunner over(TestDatabase database) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Transactions.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(DataSource.class, database::dataSource)
                .withBean(AccessKeys.class);
    }

    /** Not marked as a configuration, so that the service under test does not take it for its own. */
    @EnableTransactionManagement
    static class Transactions {

        @Bean
        JdbcClient jdbc(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }
    }
}

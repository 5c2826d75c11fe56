package org.onrecord.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.onrecord.access.AccessKeys;
import org.onrecord.access.Role;
import org.onrecord.api.RawHttp;
import org.onrecord.api.RawHttp.Answer;
import org.onrecord.database.ArchiveTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "onrecord.access.requests-per-minute=1")
@ArchiveTest
class RateLimitIntegrationTests {

    @LocalServerPort
    private int port;

    @Autowired
    private AccessKeys keys;

    private Answer ask(String secret) throws IOException {
        return new RawHttp(port).send("GET", "/api/v1/outlets", "Authorization: Bearer " + secret + "\r\n", "");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToGoOnAndOthersAreServed() throws IOException {
        var busy = keys.create("busy", Role.READER, "test", null).secret();
        var other = keys.create("other", Role.READER, "test", null).secret();
        assertThat(ask(busy).status()).isEqualTo(200);
        var refused = ask(busy);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("content-type")).contains("application/problem+json");
        assertThat(refused.problem("/code")).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(refused.header("retry-after").orElseThrow()))
                .isBetween(1, 60);
        assertThat(ask(other).status()).isEqualTo(200);
    }
}

package org.onrecord.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.onrecord.api.RawHttp;
import org.onrecord.database.ArchiveTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
class OpenApiIntegrationTests {

    @LocalServerPort
    private int port;

    @Test
    void dump() throws IOException {
        var document = new RawHttp(port).send("GET", "/v3/api-docs", "", "");
        Files.write(Path.of("target/openapi.json"), document.body());
        assertThat(document.status()).isEqualTo(200);
    }
}

package org.onrecord.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.Newsroom;
import org.onrecord.database.ArchiveTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Uploads past the number that is taken at once. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
class ManyUploadsIntegrationTests {

    private static final int TAKEN = 8;

    /** More lines than are read ahead, so that the first of them is answered before the upload ends. */
    private static final int LINES = 2 * Runtime.getRuntime().availableProcessors() + 1;

    @LocalServerPort
    private int port;

    /** An upload whose first lines have been answered and whose last is still to come. */
    private final class Unfinished implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader answer;

        Unfinished(int number) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(120_000);
            answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            send("POST /api/v1/articles/bulk HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
            var line = new StringBuilder();
            for (int i = 0; i < LINES; i++) {
                line.append("{\"headline\":\"Upload ")
                        .append(number)
                        .append("\",\"body\":\"Line ")
                        .append(i)
                        .append(".\"}\n");
            }
            send(Integer.toHexString(line.length()) + "\r\n" + line + "\r\n");
            assertThat(answer.readLine()).contains("200");
        }

        private void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        /** Ends the upload and reads its answer to the end. */
        String finish() throws IOException {
            send("0\r\n\r\n");
            var rest = new StringBuilder();
            for (var line = answer.readLine(); line != null; line = answer.readLine()) {
                rest.append(line).append('\n');
            }
            return rest.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void oneTooManyIsToldWhenToComeBackAndTheOthersAreTakenWhole() throws IOException {
        var newsroom = new Newsroom(port);
        var line = "{\"headline\": \"One more\", \"body\": \"Text.\"}";
        List<Unfinished> uploads = new ArrayList<>();
        try {
            for (int i = 0; i < TAKEN; i++) {
                uploads.add(new Unfinished(i));
            }
            var refused = newsroom.post("/articles/bulk", line, Newsroom.MediaType.NDJSON);
            assertThat(refused.status()).as(refused.response().body()).isEqualTo(503);
            assertThat(refused.response().headers().firstValue("Retry-After")).contains("5");
            assertThat(refused.response().headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(newsroom.post("/articles", line).status())
                    .as("a single article meanwhile")
                    .isEqualTo(201);
            for (Unfinished upload : uploads) {
                assertThat(upload.finish()).contains("\"created\":" + LINES);
            }
            assertThat(newsroom.post("/articles/bulk", line, Newsroom.MediaType.NDJSON)
                            .status())
                    .isEqualTo(200);
        } finally {
            for (Unfinished upload : uploads) {
                upload.close();
            }
        }
    }
}

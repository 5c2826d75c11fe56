package org.onrecord.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tools.jackson.databind.json.JsonMapper;

/** R5: SIGTERM while twenty articles are half sent. */
@EnabledOnOs(OS.LINUX)
class ShutdownTrial {

    private static final String NAME = "R5";

    private static final int REQUESTS = 20;

    @Test
    void everyRequestInFlightIsFinishedAndNothingIsLeftBehind() throws Exception {
        Path home = Application.home(Trial.folder(NAME));
        try (AckLog log = new AckLog(home.resolveSibling("acknowledged.log"))) {
            ArchiveProcess archive = ArchiveProcess.start(home);
            List<HalfSent> requests = new ArrayList<>();
            for (int number = 1; number <= REQUESTS; number++) {
                requests.add(new HalfSent(archive, new SentArticle(number)));
            }
            // Until the last of them is being read, none of the first halves may still be on its way.
            Trial.pause(Duration.ofSeconds(2));
            archive.terminate();
            Trial.pause(Duration.ofSeconds(1));
            for (HalfSent request : requests) {
                request.sendTheRest();
            }
            for (HalfSent request : requests) {
                log.acknowledge(request.idInAnswer(), request.number());
            }
            assertThat(archive.exitStatus(Duration.ofSeconds(60))).isEqualTo(128 + 15);
            assertThat(archive.databaseProcesses()).isEmpty();
            Trial.report(
                    NAME,
                    "%d of %d requests finished after SIGTERM",
                    log.acknowledged().size(),
                    REQUESTS);
            check(home, log);
        }
    }

    private static void check(Path home, AckLog log) throws Exception {
        ArchiveProcess archive = ArchiveProcess.start(home);
        Ledger ledger = Ledger.of(home, log.acknowledged());
        assertThat(log.acknowledged()).hasSize(REQUESTS);
        assertThat(ledger.lost()).isEmpty();
        assertThat(ledger.duplicates()).isEmpty();
        archive.terminate();
        archive.exitStatus(Duration.ofSeconds(60));
    }

    /** A POST whose head and half of whose body have been sent. */
    private static final class HalfSent {

        private final SentArticle delivery;
        private final Socket socket;
        private final byte[] body;

        HalfSent(ArchiveProcess archive, SentArticle delivery) throws IOException {
            this.delivery = delivery;
            this.body = delivery.json().getBytes(StandardCharsets.UTF_8);
            this.socket = new Socket("127.0.0.1", archive.port());
            socket.setSoTimeout(30_000);
            String head = """
                    POST /api/v1/articles HTTP/1.1\r
                    Host: 127.0.0.1:%d\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    Connection: close\r
                    \r
                    """.formatted(archive.port(), body.length);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body, 0, body.length / 2);
            socket.getOutputStream().flush();
        }

        int number() {
            return delivery.number();
        }

        void sendTheRest() throws IOException {
            socket.getOutputStream().write(body, body.length / 2, body.length - body.length / 2);
            socket.getOutputStream().flush();
        }

        String idInAnswer() throws IOException {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            socket.close();
            assertThat(answer).startsWith("HTTP/1.1 201");
            String json =
                    answer.substring(answer.indexOf('{', answer.indexOf("\r\n\r\n")), answer.lastIndexOf('}') + 1);
            return new JsonMapper().readTree(json).path("id").asString();
        }
    }
}

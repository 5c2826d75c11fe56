package org.onrecord.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.onrecord.database.ArchiveTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.core.JacksonException;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
class BadRequestsIntegrationTests {

    private static final List<String> INTERNALS =
            List.of("org.onrecord.", "Exception", "java.", "tools.jackson", "hibernate", "\tat ", "SQL");

    @LocalServerPort
    private int port;

    @Test
    void everyBadRequestIsRefusedWithAProblem() throws Exception {
        var requests = BadRequest.all();
        assertThat(requests).hasSizeGreaterThan(900);
        var objections = new ArrayList<String>();
        var pool = Executors.newFixedThreadPool(8);
        try {
            var tried = pool.invokeAll(requests.stream()
                    .map(request -> (Callable<Optional<String>>) () -> objection(request))
                    .toList());
            for (var objection : tried) {
                objection.get().ifPresent(objections::add);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(objections).isEmpty();
    }

    private Optional<String> objection(BadRequest request) {
        try {
            var answer = new RawHttp(port).send(request.bytes());
            var type = answer.header("content-type").orElse("none");
            if (answer.status() != request.status() || !type.equals("application/problem+json")) {
                return Optional.of(request + " was answered " + answer.status() + " " + type);
            }
            if (answer.header("x-request-id").isEmpty() || !request.method().equals("HEAD") && !tellsAll(answer)) {
                return Optional.of(request + " was answered " + answer.text());
            }
            return Optional.empty();
        } catch (IOException | JacksonException failed) {
            return Optional.of(request + " was not answered: " + failed);
        }
    }

    private static boolean tellsAll(RawHttp.Answer answer) {
        var problem = answer.json();
        return problem.has("type")
                && problem.has("title")
                && problem.at("/status").asInt() == answer.status()
                && problem.has("code")
                && problem.has("requestId")
                && INTERNALS.stream().noneMatch(answer.text()::contains);
    }
}

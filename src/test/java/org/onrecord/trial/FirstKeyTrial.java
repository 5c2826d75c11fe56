package org.onrecord.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The first key is made by the packaged program on an archive of its own, stopped or not yet there. */
@EnabledOnOs(OS.LINUX)
class FirstKeyTrial {

    private record Outcome(int code, String out, String err) {}

    private static Outcome createKey(List<String> program, Path home) throws IOException, InterruptedException {
        Path err = home.resolveSibling("create-key.err");
        Path out = home.resolveSibling("create-key.out");
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("create-key", "--role", "admin", "--name", "the desk", "--onrecord.home=" + home));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(ArchiveProcess.START.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("create-key does not end");
        }
        return new Outcome(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err));
    }

    private static int status(ArchiveProcess archive, String secret) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(archive.uri("/api/v1/keys"))
                                .header("Authorization", "Bearer " + secret)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aKeyMadeBeforeTheFirstStartOpensTheArchiveAndOneIsNotMadeBesideIt() throws Exception {
        Path home = Trial.folder("first-key").resolve("home");
        Outcome made = createKey(Application.jar(), home);
        assertThat(made.code()).as(made.err()).isZero();
        String secret = made.out().strip();
        assertThat(secret).as("the secret and nothing else").matches("or_[A-Za-z0-9_-]{43}");
        assertThat(made.err()).contains("shown this once").doesNotContain(secret);

        ArchiveProcess archive = ArchiveProcess.start(home);
        assertThat(archive.status("/api/v1/keys")).isEqualTo(401);
        assertThat(status(archive, secret)).isEqualTo(200);

        Outcome refused = createKey(Application.unpacked(), home);
        assertThat(refused.code()).isNotZero();
        assertThat(refused.out()).doesNotContain("or_");
        assertThat(refused.out() + refused.err()).contains("already open").contains("POST /api/v1/keys");
        assertThat(status(archive, secret)).isEqualTo(200);
        archive.terminate();
        archive.exitStatus(Duration.ofSeconds(60));

        Outcome second = createKey(Application.unpacked(), home);
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.out().strip()).isNotEqualTo(secret).startsWith("or_");
    }
}

package org.onrecord.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real OpenSearch node in a process of its own, for tests: it can be stopped and started again with its data, and ends
 * with the virtual machine. Its class path is written down by the Maven profile {@code opensearch}.
 */
public final class OpenSearchNode implements AutoCloseable {

    private static final Path CLASS_PATH = Path.of("target", "opensearch", "classpath");
    private static final Path PROGRAM = Path.of("src", "test", "opensearch", "SearchNode.java");

    /** OpenSearch 3 is made for this and later. */
    private static final int OLDEST_JAVA = 21;

    private static final Duration START = Duration.ofMinutes(4);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path folder;
    private final int port;
    private final List<String> options;
    private @Nullable Process process;

    private OpenSearchNode(Path folder, int port, List<String> options) {
        this.folder = folder;
        this.port = port;
        this.options = options;
    }

    /** Whether the tests of this run are to use OpenSearch. */
    public static boolean isWanted() {
        return "opensearch".equals(System.getProperty("search.backend"));
    }

    /** The node that all tests of this run share, with a prefix for each. */
    public static OpenSearchNode shared() {
        return Shared.NODE;
    }

    /** A node of its own, for tests that stop it. */
    public static OpenSearchNode start() {
        try {
            Files.createDirectories(Path.of("target", "opensearch"));
            Path folder =
                    Files.createTempDirectory(Path.of("target", "opensearch").toAbsolutePath(), "node");
            return start(folder, "-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A node on a folder that may hold the data of an earlier one.
     *
     * @param options Java's
     */
    public static OpenSearchNode start(Path folder, String... options) throws IOException {
        Files.createDirectories(folder);
        var node = new OpenSearchNode(folder, freePort(), List.of(options));
        node.restart();
        return node;
    }

    /** Starts it, on the same port with the same data if it ran before; returns when it answers. */
    public void restart() throws IOException {
        List<String> command = new ArrayList<>(List.of(newestJava().toString()));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                Files.readString(CLASS_PATH, UTF_8).strip(),
                PROGRAM.toString(),
                folder.toString(),
                String.valueOf(port),
                String.valueOf(freePort())));
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        process = started;
        long deadline = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                stop();
                throw new IOException(
                        "OpenSearch did not start:\n" + Files.readString(folder.resolve("output.log"), UTF_8));
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    private boolean answers() {
        try {
            return ask("GET", "/_cluster/health?wait_for_status=yellow&timeout=1s", null)
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Stops it; whoever asks meanwhile finds nobody at its port. */
    public void stop() {
        Process running = process;
        if (running != null) {
            try {
                running.getOutputStream().close();
                if (!running.waitFor(30, TimeUnit.SECONDS)) {
                    running.destroyForcibly().waitFor();
                }
            } catch (IOException e) {
                running.destroyForcibly();
            } catch (InterruptedException interrupted) {
                running.destroyForcibly();
                Thread.currentThread().interrupt();
            }
            process = null;
        }
    }

    public int port() {
        return port;
    }

    public ProcessHandle process() {
        return Objects.requireNonNull(process).toHandle();
    }

    public String uri() {
        return "http://127.0.0.1:" + port;
    }

    /** Sends a request of its REST interface. */
    public HttpResponse<String> ask(String method, String path, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create(uri() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Of this Java and those installed beside it the newest. */
    private static Path newestJava() throws IOException {
        Path own = Path.of(System.getProperty("java.home"));
        try (Stream<Path> installed = Files.exists(own.getParent()) ? Files.list(own.getParent()) : Stream.of(own)) {
            return installed
                    .filter(home -> version(home) >= OLDEST_JAVA)
                    .max(Comparator.comparingInt(OpenSearchNode::version))
                    .orElseThrow(() -> new IOException("OpenSearch needs Java " + OLDEST_JAVA
                            + " or later; there is none beside " + own + ". Install one, or leave the profile out."))
                    .resolve("bin/java");
        }
    }

    private static int version(Path home) {
        try {
            List<String> lines = Files.readAllLines(home.resolve("release"), UTF_8);
            return lines.stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("\\D+(\\d+).*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException none) {
            return 0;
        }
    }

    private static final class Shared {
        static final OpenSearchNode NODE = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(NODE::close));
        }
    }
}

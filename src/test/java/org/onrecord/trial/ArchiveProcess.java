package org.onrecord.trial;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** The archive as a child process, on a port of this machine only. */
final class ArchiveProcess {

    /** Recovery may take two minutes, and a busy machine takes its time. */
    static final Duration START = Duration.ofSeconds(180);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final int port;
    private final Path home;
    private final Path log;

    private ArchiveProcess(Process process, int port, Path home, Path log) {
        this.process = process;
        this.port = port;
        this.home = home;
        this.log = log;
    }

    /** Starts the archive on a home folder and does not wait for it. */
    static ArchiveProcess launch(Path home, String... arguments) throws IOException {
        return launch(Application.unpacked(), home, arguments);
    }

    /** Likewise, as the user of that number; needs root. */
    static ArchiveProcess launchAs(int uid, List<String> program, Path home) throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"));
        command.addAll(program);
        return launch(command, home);
    }

    private static ArchiveProcess launch(List<String> program, Path home, String... arguments) throws IOException {
        int port = freePort();
        Path log = home.resolveSibling(home.getFileName() + ".log");
        List<String> command = new ArrayList<>(program);
        command.add("--server.port=" + port);
        command.add("--server.address=127.0.0.1");
        command.add("--onrecord.home=" + home);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        // A trial that is itself interrupted leaves no archive behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new ArchiveProcess(process, port, home, log);
    }

    /** Starts the archive and returns when it takes requests. */
    static ArchiveProcess start(Path home, String... arguments) throws IOException {
        return ready(launch(home, arguments));
    }

    /** Likewise, of another release. */
    static ArchiveProcess start(List<String> program, Path home) throws IOException {
        return ready(launch(program, home));
    }

    static ArchiveProcess startAs(int uid, List<String> program, Path home) throws IOException {
        return ready(launchAs(uid, program, home));
    }

    private static ArchiveProcess ready(ArchiveProcess archive) {
        if (!Trial.comesTrue(START, () -> archive.isReady() || !archive.isAlive()) || !archive.isAlive()) {
            archive.kill();
            throw new AssertionError("the archive did not start:\n" + archive.lastWords());
        }
        return archive;
    }

    /** Any port, or the first free one from {@code -Dtrial.port} on. */
    private static int freePort() throws IOException {
        int first = Integer.getInteger("trial.port", 0);
        for (int port = first; ; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                if (port > first + 10) {
                    throw e;
                }
            }
        }
    }

    URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + port + pathAndQuery);
    }

    int port() {
        return port;
    }

    Path home() {
        return home;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isReady() {
        return status("/actuator/health/readiness") == 200;
    }

    boolean isLive() {
        return status("/actuator/health/liveness") == 200;
    }

    /** The status of a GET, or -1 where there is no answer within five seconds. */
    int status(String path) {
        try {
            return get(path).statusCode();
        } catch (IOException e) {
            return -1;
        }
    }

    /** How many results a list says it has, or -1 where it does not answer. */
    long total(String path) {
        try {
            HttpResponse<String> answer = get(path + "?limit=1");
            return answer.statusCode() == 200
                    ? JSON.readTree(answer.body()).path("total").asLong(-1)
                    : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    /**
     * @param pathOrUrl on this archive
     * @throws IOException also where there is no answer within five seconds
     */
    HttpResponse<String> get(String pathOrUrl) throws IOException {
        return answer(HttpRequest.newBuilder(uri("/").resolve(pathOrUrl)), Duration.ofSeconds(5));
    }

    /** The first article of a process that has just started may take its time on a busy machine. */
    HttpResponse<String> post(SentArticle delivery) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/api/v1/articles"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(delivery.json()));
        return answer(request, Duration.ofSeconds(60));
    }

    private static HttpResponse<String> answer(HttpRequest.Builder request, Duration patience) throws IOException {
        try {
            return CLIENT.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL: no shutdown hook, no goodbye. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGTERM, as a service manager sends it; returns at once. */
    void terminate() {
        process.destroy();
    }

    int exitStatus(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + patience + "\n" + lastWords());
        }
        return process.exitValue();
    }

    /** PostgreSQL's processes on this home: whoever works in its data directory. */
    List<ProcessHandle> databaseProcesses() {
        return DatabaseProcesses.in(home.resolve("pg18"));
    }

    boolean hasLogged(String words) {
        try {
            return Files.exists(log) && Files.readString(log).contains(words);
        } catch (IOException e) {
            return false;
        }
    }

    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}

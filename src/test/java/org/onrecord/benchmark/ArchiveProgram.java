package org.onrecord.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The packaged archive as people run it, on a PostgreSQL that others ask as well. */
final class ArchiveProgram implements AutoCloseable {

    private final Process process;
    private final int port;

    private ArchiveProgram(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and returns when it takes requests.
     *
     * @param java the Java it runs on
     * @param options Java's, as one line
     */
    static ArchiveProgram start(Path jar, Path java, String options, Path home, JdbcConnectionDetails database)
            throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
        command.addAll(Arrays.stream(options.split(" "))
                .filter(each -> !each.isEmpty())
                .toList());
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                "--server.port=" + port,
                "--onrecord.home=" + home,
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword()));
        Path log = home.resolveSibling(home.getFileName() + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var program = new ArchiveProgram(process, port);
        while (!program.isReady()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the archive did not start:\n" + Files.readString(log));
            }
            Thread.sleep(200);
        }
        return program;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady() {
        try (var http = new HttpConnection(port)) {
            return http.get("/actuator/health/readiness").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** Memory it holds, in MiB: its own, and in all with the files it has mapped. Only where there is a /proc. */
    Memory memory() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return Files.exists(status)
                ? new Memory(mebibytes(status, "RssAnon:"), mebibytes(status, "VmRSS:"))
                : new Memory(0, 0);
    }

    private static long mebibytes(Path status, String entry) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(entry))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /**
     * MiB in memory.
     *
     * @param own what nobody else can use
     * @param all with the pages of files, the index's among them, that the system may take away at any time
     */
    record Memory(long own, long all) {}

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}

package org.onrecord.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The commands that start the archive: the jar as people run it, and the same jar unpacked, with an archive of its loaded
 * classes (JEP 350). A start from within the jar takes almost twice the processor time, and trials start it often.
 */
final class Application {

    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static List<String> unpacked = List.of();

    private Application() {}

    /** Java, its options and the jar; what follows are arguments of the archive. */
    static List<String> jar() {
        return java("-jar", path().toString());
    }

    /** The same for the unpacked jar, which is unpacked once per build. */
    static synchronized List<String> unpacked() throws IOException {
        if (unpacked.isEmpty()) {
            unpacked = unpack(path());
        }
        return unpacked;
    }

    private static Path path() {
        return Path.of(Objects.requireNonNull(System.getProperty("trial.jar"), "-Dtrial.jar names the archive's jar"));
    }

    private static List<String> unpack(Path jar) throws IOException {
        Path folder = Trial.folder("application");
        Path classes = folder.resolve("classes.jsa");
        run(
                folder,
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                folder.resolve("unpacked").toString());
        Path application = folder.resolve("unpacked").resolve(jar.getFileName());
        run(
                folder,
                "-XX:ArchiveClassesAtExit=" + classes,
                "-Dspring.context.exit=onRefresh",
                "-jar",
                application.toString(),
                "--server.port=0",
                "--onrecord.home=" + folder.resolve("home"));
        return java("-XX:SharedArchiveFile=" + classes, "-jar", application.toString());
    }

    private static List<String> java(String... arguments) {
        return Stream.of(List.of(JAVA.toString()), OPTIONS, List.of(arguments))
                .flatMap(List::stream)
                .toList();
    }

    private static void run(Path folder, String... arguments) throws IOException {
        Path log = folder.resolve("application.log");
        Process process = new ProcessBuilder(java(arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("the archive's jar cannot be unpacked, see " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

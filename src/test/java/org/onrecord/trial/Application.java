package org.onrecord.trial;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The commands that start the archive: the jar as people run it, and the same jar unpacked, with an archive of its loaded
 * classes (JEP 350). A start from within the jar takes more than twice the processor time, and trials start it often.
 */
final class Application {

    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static @Nullable Path unpackedInto;

    private Application() {}

    /** Java, its options and the jar; what follows are arguments of the archive. */
    static List<String> jar() {
        return jar(path());
    }

    /** The same of another jar. */
    static List<String> jar(Path jar) {
        return java("-jar", jar.toString());
    }

    /** The same for the unpacked jar. */
    static List<String> unpacked() throws IOException {
        Path folder = folder();
        return java(
                "-XX:SharedArchiveFile=" + classes(folder),
                "-jar",
                application(folder).toString());
    }

    /**
     * A new home in a folder. PostgreSQL's programs are in it already: to unpack them takes seconds, and is tried by the
     * starts from the jar.
     */
    static Path home(Path folder) throws IOException {
        Path home = Files.createDirectory(
                folder.resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        // Without their owner, for the archive gives them to whom it lets run PostgreSQL.
        Commands.run("cp", "-r", "--preserve=mode", folder().resolve("home/pg18-server") + "", home.toString());
        return home;
    }

    private static Path path() {
        return Path.of(Objects.requireNonNull(System.getProperty("trial.jar"), "-Dtrial.jar names the archive's jar"));
    }

    /** Where the jar is unpacked, once per build for all the virtual machines that try it. */
    private static synchronized Path folder() throws IOException {
        if (unpackedInto == null) {
            Path jar = path();
            Path folders = Files.createDirectories(Path.of("target", "trials").toAbsolutePath());
            String name = "application-%d-%d"
                    .formatted(
                            Runtime.version().feature(),
                            Files.getLastModifiedTime(jar).toMillis());
            try (FileChannel file = FileChannel.open(
                            folders.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = file.lock()) {
                Path folder = folders.resolve(name);
                Path marker = folder.resolve("unpacked-from");
                if (!Files.exists(marker)) {
                    FileSystemUtils.deleteRecursively(folder);
                    unpack(jar, Files.createDirectory(folder));
                    Files.writeString(marker, jar.toString());
                }
                unpackedInto = folder;
            }
        }
        return unpackedInto;
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        run(
                folder,
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                application(folder).getParent().toString());
        run(
                folder,
                "-XX:ArchiveClassesAtExit=" + classes(folder),
                "-Dspring.context.exit=onRefresh",
                "-jar",
                application(folder).toString(),
                "--server.port=0",
                "--onrecord.home=" + folder.resolve("home"));
    }

    private static Path application(Path folder) {
        return folder.resolve("unpacked").resolve(path().getFileName());
    }

    private static Path classes(Path folder) {
        return folder.resolve("classes.jsa");
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

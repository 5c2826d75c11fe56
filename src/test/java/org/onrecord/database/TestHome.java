package org.onrecord.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A home folder for one test, under {@code target} and deleted after it. */
record TestHome(Path folder) implements AutoCloseable {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private static final String PROGRAMS =
            "postgresql-" + DatabaseFolders.MAJOR + "-" + System.getProperty("test.fork", "alone");

    static Path create() {
        try {
            return Files.createTempDirectory(Files.createDirectories(TARGET.resolve("test-homes")), "home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The folders of a home, with programs that all tests of a virtual machine share, for unpacking takes seconds. Tests
     * that run beside them have others, for the programs belong to whom the last test let run them.
     */
    static DatabaseFolders folders(Path home) {
        return new DatabaseFolders(DatabaseFolders.in(home).home(), TARGET.resolve(PROGRAMS));
    }

    static void delete(Path home) {
        try {
            DurableFiles.deleteTree(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        delete(folder);
    }
}

package org.onrecord.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A home folder for one test, under {@code target} and deleted after it. */
record TestHome(Path folder) implements AutoCloseable {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    static Path create() {
        try {
            return Files.createTempDirectory(Files.createDirectories(TARGET.resolve("test-homes")), "home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders of a home, with programs that all test runs share: unpacking takes seconds. */
    static DatabaseFolders folders(Path home) {
        return new DatabaseFolders(
                DatabaseFolders.in(home).home(), TARGET.resolve("postgresql-" + DatabaseFolders.MAJOR));
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

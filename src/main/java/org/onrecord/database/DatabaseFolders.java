package org.onrecord.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the embedded PostgreSQL keeps what in the archive's home folder. The major version is part of the names: a later
 * release never opens another major version's files.
 *
 * @param home the archive's home, absolute and without symbolic links
 * @param server the server's programs, libraries and shared files, likewise
 */
record DatabaseFolders(Path home, Path server) {

    /** The PostgreSQL major version whose files this release can open. */
    static final int MAJOR = 18;

    private static final String UNFINISHED = ".unfinished-";

    static DatabaseFolders in(Path home) {
        try {
            if (!Files.exists(home)) {
                Files.createDirectories(home.toAbsolutePath().getParent());
                DurableFiles.createPrivateFolder(home);
            }
            Path real = home.toRealPath();
            return new DatabaseFolders(real, real.resolve("pg" + MAJOR + "-server"));
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "The archive's home folder " + home.toAbsolutePath() + " cannot be made or entered: " + e,
                    "everything",
                    "set onrecord.home to a folder the user " + System.getProperty("user.name") + " may write to.",
                    e);
        }
    }

    /** PostgreSQL's data directory. */
    Path data() {
        return home.resolve("pg" + MAJOR);
    }

    /** Where the server's Unix socket stands, for whoever keeps the archive. */
    Path socket() {
        return home.resolve("pg" + MAJOR + "-socket");
    }

    Path lock() {
        return home.resolve("pg" + MAJOR + ".lock");
    }

    /** Written last, inside the data directory: its presence says that the directory is whole. */
    Path marker() {
        return marker(data());
    }

    static Path marker(Path data) {
        return data.resolve("onrecord-initialised");
    }

    static Path connectionFile(Path data) {
        return data.resolve("onrecord-connection.properties");
    }

    /** A name for a folder that is still being made; nothing under such a name has ever been served. */
    Path unfinished(Path folder) {
        return folder.resolveSibling(folder.getFileName() + UNFINISHED + Long.toHexString(System.nanoTime()));
    }

    /** The folders a killed start left half made. */
    List<Path> leftUnfinished() throws IOException {
        try (Stream<Path> entries = Files.list(home)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("pg" + MAJOR)
                            && entry.getFileName().toString().contains(UNFINISHED))
                    .toList();
        }
    }
}

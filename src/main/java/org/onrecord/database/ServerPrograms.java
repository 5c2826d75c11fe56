package org.onrecord.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs as they stand unpacked in a private folder. They come with the application, packed once per
 * operating system and processor.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record ServerPrograms(Path folder) {

    private static final Logger log = LoggerFactory.getLogger(ServerPrograms.class);

    /** Names the archive the folder was unpacked from; written last. */
    private static final String MARKER = "unpacked-from";

    Path postgres() {
        return program("postgres");
    }

    Path initdb() {
        return program("initdb");
    }

    private Path program(String name) {
        return folder.resolve("bin").resolve(ServerUser.windows() ? name + ".exe" : name);
    }

    /** Unpacks the programs, unless the same ones stand there already; another release's are replaced. */
    static ServerPrograms unpack(DatabaseFolders folders, ServerUser user) {
        String archive = archiveName();
        try {
            String digest = digestOf(archive);
            Path target = folders.server();
            Path marker = target.resolve(MARKER);
            if (!Files.exists(marker) || !Files.readString(marker).strip().equals(digest)) {
                log.info("Unpacking PostgreSQL {} into {}", DatabaseFolders.MAJOR, target);
                Path unfinished = folders.unfinished(target);
                DurableFiles.createPrivateFolder(unfinished);
                unpack(archive, unfinished);
                DurableFiles.write(unfinished.resolve(MARKER), digest + "\n");
                DurableFiles.deleteTree(target);
                DurableFiles.rename(unfinished, target);
            }
            user.own(target);
            return new ServerPrograms(target);
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "PostgreSQL's programs cannot be unpacked into " + folders.server() + ": " + e,
                    "the archive's data in " + folders.data(),
                    "make room (60 MB) and give the user " + System.getProperty("user.name")
                            + " the right to write there; the folder itself may be deleted at any time while the"
                            + " archive is stopped.",
                    e);
        }
    }

    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String family = system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "darwin" : "linux";
        String machine = processor.equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-" + family + "-" + machine + ".txz";
        if (ServerPrograms.class.getResource(name) == null) {
            throw new DatabaseRefused(
                    "This build brings no PostgreSQL for " + system + " on " + processor + ".",
                    "everything",
                    "build it with the Maven profile for your system (docs/operations.md), or give the archive a"
                            + " PostgreSQL " + DatabaseFolders.MAJOR + " of yours with --spring.datasource.url=…");
        }
        return name;
    }

    private static InputStream open(String archive) throws IOException {
        InputStream stream = ServerPrograms.class.getResourceAsStream(archive);
        if (stream == null) {
            throw new IOException("no " + archive + " in the application");
        }
        return stream;
    }

    private static String digestOf(String archive) throws IOException {
        try (InputStream stream = open(archive)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(stream, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                // Static libraries are for building programs against PostgreSQL, half the folder's size.
                if (!entry.getName().endsWith(".a")) {
                    unpack(tar, entry, target);
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("an entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if (!ServerUser.windows() && (entry.getMode() & 0100) != 0) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}

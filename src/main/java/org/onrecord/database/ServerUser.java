package org.onrecord.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The operating-system user PostgreSQL runs as. PostgreSQL refuses to run as root; whoever starts the archive as root
 * gets it run by an unprivileged user, or else inside a user namespace in which root is nobody. Which of them is decided
 * once: the owner of the data directory is the record.
 *
 * @param name the account, or {@link #NAMESPACE}
 * @param prefix what a command line is prefixed with to run as this user; empty for the user we are
 * @param uid the user's number, or -1 where files stay with the user we are
 * @param gid the user's group, or -1
 */
record ServerUser(String name, List<String> prefix, int uid, int gid) {

    static final String NAMESPACE = "nobody in a user namespace";

    /** Accounts that may be there for the purpose, best first. */
    static final List<String> UNPRIVILEGED = List.of("onrecord", "postgres", "nobody");

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    ServerUser {
        prefix = List.copyOf(prefix);
    }

    static boolean windows() {
        return WINDOWS;
    }

    private static ServerUser ourselves() {
        return new ServerUser(System.getProperty("user.name"), List.of(), -1, -1);
    }

    /**
     * The user for these folders: the data directory's owner, or for a new archive the best one there is.
     *
     * @param accounts what root may become, best first
     */
    static ServerUser of(DatabaseFolders folders, List<String> accounts) {
        if (WINDOWS) {
            return ourselves();
        }
        try {
            long we = ownUid();
            // Whoever is not root cannot look for the mark in another user's directory: the owner decides alone.
            if (Files.exists(folders.marker()) || isAnothers(folders.data(), we)) {
                return ownerOf(folders, we);
            }
            if (we != 0) {
                return hasAccount() ? ourselves() : nameless(folders, we);
            }
            letPass(folders.home());
            return accounts.stream()
                    .flatMap(name -> byName(name).stream())
                    .filter(user -> user.canReach(folders.home()))
                    .findFirst()
                    .or(() -> namespace(folders.home(), 0))
                    .orElseThrow(() -> rootWithoutUser(folders));
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "It cannot be told whom the folder " + folders.home() + " belongs to: " + e,
                    "everything in it",
                    "put the archive's home on a local file system with owners and permissions (onrecord.home).",
                    e);
        }
    }

    private static boolean isAnothers(Path data, long we) throws IOException {
        return we != 0 && Files.isDirectory(data) && (Integer) Files.getAttribute(data, "unix:uid") != we;
    }

    private static ServerUser ownerOf(DatabaseFolders folders, long we) throws IOException {
        int uid = (Integer) Files.getAttribute(folders.data(), "unix:uid");
        int gid = (Integer) Files.getAttribute(folders.data(), "unix:gid");
        String owner = Files.getOwner(folders.data()).getName();
        if (uid == we && we != 0) {
            return ourselves();
        }
        if (we != 0) {
            throw new DatabaseRefused(
                    "The data directory " + folders.data() + " belongs to " + owner + ", and this process runs as "
                            + System.getProperty("user.name") + ".",
                    "everything in it",
                    "start the archive as " + owner + " or as root, or give it to the new user with: chown -R "
                            + System.getProperty("user.name") + " " + folders.data() + " " + folders.server() + " "
                            + folders.socket());
        }
        if (uid == 0) {
            return namespace(folders.home(), 0).orElseThrow(() -> rootWithoutUser(folders));
        }
        return byNumber(owner, uid, gid)
                .filter(user -> user.canReach(folders.data()))
                .orElseThrow(() -> new DatabaseRefused(
                        "The data directory " + folders.data() + " belongs to " + owner
                                + ", and root has no way to run PostgreSQL as that user here.",
                        "everything in it",
                        "install util-linux (for setpriv or runuser), or start the archive as " + owner
                                + "; every folder above it must let that user pass."));
    }

    /** Java calls a user without an account so. */
    private static boolean hasAccount() {
        return !"?".equals(System.getProperty("user.name"));
    }

    /** Containers like to run as a number nobody is called by; initdb wants a name, and in a namespace there is one. */
    private static ServerUser nameless(DatabaseFolders folders, long uid) {
        return namespace(folders.home(), -1)
                .orElseThrow(() -> new DatabaseRefused(
                        "This process runs as user number " + uid + ", who has no account here; PostgreSQL makes a"
                                + " database only for users with one, and user namespaces are not available.",
                        "everything in " + folders.home(),
                        "give the number an account (useradd --uid " + uid
                                + " onrecord), or start the archive as a user who has one."));
    }

    private static DatabaseRefused rootWithoutUser(DatabaseFolders folders) {
        return new DatabaseRefused(
                "PostgreSQL does not run as root, no unprivileged user can reach " + folders.home()
                        + ", and user namespaces are not available.",
                "everything in " + folders.home(),
                "\n  useradd --system --home-dir /var/lib/onrecord --create-home onrecord"
                        + "\n  chown -R onrecord " + folders.home()
                        + "\n  setpriv --reuid=onrecord --regid=onrecord --clear-groups java -jar onrecord.jar"
                        + " --onrecord.home=" + folders.home());
    }

    private static Optional<ServerUser> byName(String name) {
        return output(List.of("id", "-u", name))
                .flatMap(uid -> output(List.of("id", "-g", name))
                        .flatMap(gid -> byNumber(name, Integer.parseInt(uid), Integer.parseInt(gid))));
    }

    private static Optional<ServerUser> byNumber(String name, int uid, int gid) {
        List<List<String>> ways = List.of(
                List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"),
                List.of("runuser", "-u", name, "--"));
        return ways.stream()
                .map(way -> new ServerUser(name, way, uid, gid))
                .filter(user -> user.succeeds("true"))
                .findFirst();
    }

    /** @param keeper the user and group of files made by us, or -1 where they have the right ones by themselves */
    private static Optional<ServerUser> namespace(Path home, int keeper) {
        return Optional.of(new ServerUser(NAMESPACE, List.of("unshare", "-U"), keeper, keeper))
                .filter(user -> user.canReach(home));
    }

    /** Lets other users through, not in: without it a user we drop to could not reach its own folder. */
    private static void letPass(Path home) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(home));
        if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
            Files.setPosixFilePermissions(home, permissions);
        }
    }

    private boolean canReach(Path folder) {
        return succeeds("test", "-x", folder.toString());
    }

    private boolean succeeds(String... command) {
        return output(as(List.of(command))).isPresent();
    }

    /** What the server's process is called by the operating system when it asks who is at its socket. */
    String nameAtSocket() {
        return name.equals(NAMESPACE) ? "nobody" : name;
    }

    /** The command line that runs a command as this user. */
    List<String> as(List<String> command) {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(command);
        return line;
    }

    /** Gives a file or a folder with all it holds to this user. */
    void own(Path tree) throws IOException {
        if (uid < 0) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                return visitFile(folder, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setAttribute(file, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static long ownUid() throws IOException {
        Path self = Path.of("/proc/self");
        if (Files.exists(self)) {
            return (Integer) Files.getAttribute(self, "unix:uid");
        }
        return Long.parseLong(output(List.of("id", "-u")).orElseThrow(() -> new IOException("no answer from id -u")));
    }

    /** What a short command prints, or nothing where it fails or is not there. */
    private static Optional<String> output(List<String> command) {
        @Nullable Process process = null;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .directory(Path.of("/").toFile())
                    .start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes()).strip();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(printed)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }
}

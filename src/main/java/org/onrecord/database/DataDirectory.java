package org.onrecord.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's data directory: whole or not there. It is made under another name, marked, forced to disk and renamed in
 * one step, so that a start killed at any moment leaves either nothing or all of it.
 */
final class DataDirectory {

    static final String SUPERUSER = "postgres";

    static final String NAME = "onrecord";

    private static final Logger log = LoggerFactory.getLogger(DataDirectory.class);

    private final DatabaseFolders folders;
    private final ServerPrograms programs;
    private final ServerUser user;
    private final ServerOptions options;

    /** @param options say whether the role may make further databases, as those of tests do */
    DataDirectory(DatabaseFolders folders, ServerPrograms programs, ServerUser user, ServerOptions options) {
        this.options = options;
        this.folders = folders;
        this.programs = programs;
        this.user = user;
    }

    /** Refuses folders another major version wrote: PostgreSQL would not start on them, and must not. */
    static void refuseOtherMajor(DatabaseFolders folders) {
        try (Stream<Path> entries = Files.list(folders.home())) {
            Set<String> others = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches("pg\\d+") && !name.equals("pg" + DatabaseFolders.MAJOR))
                    .collect(Collectors.toSet());
            if (!others.isEmpty() && !Files.exists(folders.data())) {
                String found = others.iterator().next();
                throw otherMajor(folders.home().resolve(found), found.substring(2));
            }
            Path version = folders.data().resolve("PG_VERSION");
            if (Files.exists(version)) {
                String major = Files.readString(version).strip();
                if (!major.equals(Integer.toString(DatabaseFolders.MAJOR))) {
                    throw otherMajor(folders.data(), major);
                }
            }
        } catch (IOException e) {
            throw unreadable(folders.home(), e);
        }
    }

    private static DatabaseRefused otherMajor(Path folder, String major) {
        return new DatabaseRefused(
                "The archive in " + folder + " was written by PostgreSQL " + major + "; this release brings PostgreSQL "
                        + DatabaseFolders.MAJOR + ".",
                "everything in " + folder,
                "start the release that wrote it, take a dump with pg_dump " + major
                        + ", start this release with a new home and restore the dump there; docs/operations.md has the"
                        + " commands.");
    }

    private static DatabaseRefused unreadable(Path path, IOException e) {
        return new DatabaseRefused(
                "The folder " + path + " cannot be read or written: " + e,
                "everything in it, as far as it had got",
                "see that the disk has room and works, and that the user " + System.getProperty("user.name")
                        + " may read and write the folder; then start again.",
                e);
    }

    /** Makes the data directory if there is none; sets aside one that was never finished. */
    void prepare() {
        try {
            for (Path leftover : folders.leftUnfinished()) {
                log.info("Removing {}, which an interrupted start left half made and which was never used", leftover);
                DurableFiles.deleteTree(leftover);
            }
            setAsideIfUnmarked();
            if (!Files.exists(folders.data())) {
                initialise();
            }
            prepareSocketFolder();
        } catch (IOException e) {
            throw unreadable(folders.home(), e);
        }
    }

    private void setAsideIfUnmarked() throws IOException {
        Path data = folders.data();
        // Not "does not exist": a directory we may not look into may well be whole.
        if (Files.exists(data) && Files.notExists(folders.marker())) {
            String when = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                    .withZone(ZoneOffset.UTC)
                    .format(Instant.now());
            Path aside = data.resolveSibling(data.getFileName() + ".set-aside-" + when);
            log.warn(
                    "{} has no mark of having been finished. It is kept as {}; the archive starts with a new one",
                    data,
                    aside);
            DurableFiles.rename(data, aside);
        }
    }

    private void initialise() throws IOException {
        log.info("Making a new PostgreSQL {} data directory in {}", DatabaseFolders.MAJOR, folders.data());
        Path unfinished = folders.unfinished(folders.data());
        DurableFiles.createPrivateFolder(unfinished);
        user.own(unfinished);
        runInitdb(unfinished);
        ServerAddress address = new ServerAddress(Ports.choose(), NAME, NAME, password(), user.name());
        provision(unfinished, address);
        DurableFiles.write(unfinished.resolve("pg_hba.conf"), hostBasedAuthentication());
        DurableFiles.write(unfinished.resolve("pg_ident.conf"), userNameMap());
        address.write(DatabaseFolders.connectionFile(unfinished), user);
        DurableFiles.write(
                DatabaseFolders.marker(unfinished),
                "PostgreSQL " + DatabaseFolders.MAJOR + " data of OnRecord, finished " + Instant.now() + "\n");
        user.own(unfinished);
        DurableFiles.rename(unfinished, folders.data());
    }

    private void runInitdb(Path target) throws IOException {
        List<String> command = List.of(
                programs.initdb().toString(),
                "--pgdata=" + target,
                "--username=" + SUPERUSER,
                "--auth-local=peer",
                "--auth-host=scram-sha-256",
                "--encoding=UTF8",
                // The same order and case on every machine, whatever language it speaks.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
        ServerProcess initdb = ServerProcess.start(user, "KILL", command, line -> log.debug("initdb: {}", line));
        awaitSuccess(initdb, "initdb");
    }

    /**
     * Makes the role and its database in single-user mode: no server, no superuser's password, nothing to connect to.
     * The role owns its database, so it may create the extensions PostgreSQL trusts (pg_trgm, unaccent, btree_gin, …).
     */
    private void provision(Path data, ServerAddress address) throws IOException {
        List<String> command = List.of(
                programs.postgres().toString(),
                "--single",
                "-D",
                data.toString(),
                "-c",
                "exit_on_error=on",
                "-c",
                "log_min_error_statement=panic",
                "-c",
                "password_encryption=scram-sha-256",
                SUPERUSER);
        String statements = """
                CREATE ROLE %1$s LOGIN NOSUPERUSER %4$s NOCREATEROLE NOREPLICATION PASSWORD '%2$s'
                ALTER ROLE %1$s SET statement_timeout = '30s'
                ALTER ROLE %1$s SET lock_timeout = '10s'
                ALTER ROLE %1$s SET idle_in_transaction_session_timeout = '60s'
                CREATE DATABASE %3$s OWNER %1$s
                """.formatted(
                        address.role(),
                        address.password(),
                        address.database(),
                        options.manyDatabases() ? "CREATEDB" : "NOCREATEDB");
        ServerProcess single = ServerProcess.startUnwatched(user, command, line -> log.debug("provisioning: {}", line));
        try (var input = single.input()) {
            input.write(statements.getBytes(StandardCharsets.UTF_8));
        }
        awaitSuccess(single, "provisioning");
    }

    private void awaitSuccess(ServerProcess process, String what) {
        try {
            int status = process.await(Duration.ofMinutes(5));
            if (status != 0) {
                throw new DatabaseRefused(
                        "Making a new database failed in " + what + " (status " + status + "):\n" + process.lastLines(),
                        "everything that was in " + folders.home() + " before",
                        "do what the lines above say (most often: make room on the disk), then start again; the half"
                                + " made folder is removed by the next start.");
            }
        } catch (InterruptedException e) {
            process.stop();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making a new database", e);
        }
    }

    private static String password() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The superuser signs in through the private socket only; over TCP no line admits it. */
    private static String hostBasedAuthentication() {
        return """
                # Written by OnRecord. The superuser comes in through the Unix socket only, whose folder is private.
                local all         %1$s peer map=keepers
                local replication %1$s peer map=keepers
                host  all         %2$s 127.0.0.1/32 scram-sha-256
                """.formatted(SUPERUSER, NAME);
    }

    private String userNameMap() throws IOException {
        Set<String> keepers = new LinkedHashSet<>();
        keepers.add("root");
        keepers.add(System.getProperty("user.name"));
        keepers.add(Files.getOwner(folders.home()).getName());
        keepers.add(user.nameAtSocket());
        return keepers.stream()
                .map(name -> "keepers \"" + name.replace("\"", "\"\"") + "\" " + SUPERUSER + "\n")
                .collect(Collectors.joining());
    }

    private void prepareSocketFolder() throws IOException {
        if (!ServerUser.windows()) {
            if (!Files.exists(folders.socket())) {
                DurableFiles.createPrivateFolder(folders.socket());
            }
            user.own(folders.socket());
        }
    }
}

package org.onrecord.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Starts real servers with the archive's own settings, each in a home of its own. */
class EmbeddedPostgresIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private DatabaseFolders folders;

    @BeforeEach
    void makeHome() {
        folders = TestHome.folders(TestHome.create());
    }

    @AfterEach
    void leaveNothingBehind() {
        assertThat(serverProcesses()).isEmpty();
        TestHome.delete(folders.home());
    }

    @Test
    void whatWasCommittedIsThereAfterAnotherStart() {
        ServerAddress first;
        try (EmbeddedPostgres postgres = open()) {
            first = postgres.address();
            write(postgres, "kept");
        }
        try (EmbeddedPostgres postgres = open()) {
            assertThat(notes(postgres)).containsExactly("kept");
            assertThat(postgres.address()).isEqualTo(first);
        }
    }

    @Test
    void commitsAreDurableAndLimitsAreSetForTheArchivesRole() {
        try (EmbeddedPostgres postgres = open()) {
            JdbcClient client = client(postgres);
            for (String setting : ServerOptions.DURABILITY) {
                assertThat(setting(client, setting)).as(setting).isEqualTo("on");
            }
            assertThat(setting(client, "statement_timeout")).isEqualTo("30s");
            assertThat(setting(client, "lock_timeout")).isEqualTo("10s");
            assertThat(setting(client, "data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void theArchivesRoleIsNoSuperuserAndOwnsItsDatabase() {
        try (EmbeddedPostgres postgres = open()) {
            JdbcClient client = client(postgres);
            assertThat(client.sql("SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication FROM pg_roles"
                                    + " WHERE rolname = current_user")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
            for (String extension : List.of("pg_trgm", "unaccent", "btree_gin")) {
                client.sql("CREATE EXTENSION " + extension).update();
            }
        }
    }

    @Test
    void nobodySignsInOverTheNetworkAsSuperuserOrWithAnotherPassword() {
        try (EmbeddedPostgres postgres = open()) {
            ServerAddress address = postgres.address();
            for (String password : List.of("", "postgres", address.password())) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> DriverManager.getConnection(
                                address.jdbcUrl("postgres"), DataDirectory.SUPERUSER, password));
            }
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), address.role(), "guess"))
                    .withMessageContaining("password authentication failed");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void foldersAndThePasswordAreTheirOwnersOnly() throws IOException {
        try (EmbeddedPostgres postgres = open()) {
            assertThat(postgres.address().password()).hasSizeGreaterThan(30);
            for (Path folder : List.of(folders.data(), folders.server(), folders.socket())) {
                assertThat(permissions(folder)).as(folder.toString()).isEqualTo("rwx------");
            }
            assertThat(permissions(DatabaseFolders.connectionFile(folders.data())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aSecondStartIsToldWhoRunsTheFirst() {
        try (EmbeddedPostgres postgres = open()) {
            assertThatExceptionOfType(DatabaseRefused.class)
                    .isThrownBy(this::open)
                    .withMessageContaining("already open: held by process "
                            + ProcessHandle.current().pid());
            assertThat(notes(postgres)).isEmpty();
        }
    }

    @Test
    void movesToAnotherPortWhereItsOwnIsTakenAndStaysThere() throws IOException {
        int taken;
        try (EmbeddedPostgres postgres = open()) {
            taken = postgres.address().port();
        }
        int moved;
        try (ServerSocket other = new ServerSocket(taken, 1, InetAddress.getByName("127.0.0.1"));
                EmbeddedPostgres postgres = open()) {
            moved = postgres.address().port();
            assertThat(moved).isNotEqualTo(other.getLocalPort());
            assertThat(notes(postgres)).isEmpty();
        }
        try (EmbeddedPostgres postgres = open()) {
            assertThat(postgres.address().port()).isEqualTo(moved);
        }
    }

    @Test
    void aDataDirectoryThatWasNeverFinishedIsSetAside() throws IOException {
        Files.createDirectories(folders.data());
        Files.writeString(folders.data().resolve("half"), "made");
        open().close();

        try (Stream<Path> entries = Files.list(folders.home())) {
            assertThat(entries.filter(entry -> entry.getFileName().toString().startsWith("pg18.set-aside-")))
                    .singleElement()
                    .satisfies(aside -> assertThat(aside.resolve("half")).hasContent("made"));
        }
    }

    @Test
    void leftoversOfInterruptedStartsAreRemoved() throws IOException {
        Path leftover = Files.createDirectories(folders.unfinished(folders.data()));
        Files.writeString(leftover.resolve("PG_VERSION"), "18");
        open().close();

        assertThat(leftover).doesNotExist();
    }

    @Test
    void aPidFileOfSomebodyElsesProcessDoesNotStandInTheWay() throws IOException {
        open().close();
        Files.writeString(
                folders.data().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folders.data() + "\n1\n5432\n\n127.0.0.1\n0 0\nready\n");

        try (EmbeddedPostgres postgres = open()) {
            assertThat(notes(postgres)).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aServerThatDiesIsStartedAgainWithAllThatWasCommitted() throws IOException {
        try (EmbeddedPostgres postgres = open()) {
            write(postgres, "before");
            kill(postmaster());
            await(() -> postgres.restarts() == 1 && postgres.state() == EmbeddedPostgres.State.RUNNING);
            write(postgres, "after");
            assertThat(notes(postgres)).containsExactly("before", "after");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aServerAnEarlierRunLeftBehindIsReplaced() throws IOException {
        List<String> command;
        try (EmbeddedPostgres postgres = open()) {
            write(postgres, "kept");
            command = commandLineOf(postmaster());
        }
        Process orphan = new ProcessBuilder(owner().as(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await(() -> serverProcesses().size() > 3);

        try (EmbeddedPostgres postgres = open()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(notes(postgres)).containsExactly("kept");
        }
    }

    @Test
    void anUndurableSettingIsRefused() {
        try (EmbeddedPostgres postgres = open()) {
            client(postgres)
                    .sql("ALTER ROLE onrecord SET synchronous_commit = off")
                    .update();
        }
        assertThatExceptionOfType(DatabaseRefused.class)
                .isThrownBy(this::open)
                .withMessageContaining("synchronous_commit is off")
                .withMessageContaining("RESET synchronous_commit");
    }

    @Test
    void aDamagedConnectionFileIsRefusedByName() throws IOException {
        open().close();
        Files.writeString(DatabaseFolders.connectionFile(folders.data()), "port=nonsense\n");

        assertThatExceptionOfType(DatabaseRefused.class)
                .isThrownBy(this::open)
                .withMessageContaining("onrecord-connection.properties");
    }

    @Test
    void theServersLastWordsAreShownWhenItDoesNotStart() throws IOException {
        open().close();
        Files.delete(folders.data().resolve("global/pg_control"));

        assertThatExceptionOfType(DatabaseRefused.class)
                .isThrownBy(this::open)
                .withMessageContaining("Its last words:")
                .withMessageContaining("pg_control");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void rootWithoutAnybodyToBecomeUsesANamespaceAndKeepsToIt() {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        try (EmbeddedPostgres postgres = openAsOneOf(List.of("no-such-user"))) {
            assertThat(postgres.address().runsAs()).isEqualTo(ServerUser.NAMESPACE);
            write(postgres, "kept");
        }
        try (EmbeddedPostgres postgres = open()) {
            assertThat(notes(postgres)).containsExactly("kept");
            assertThat(postmaster().info().user()).hasValue("root");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void rootBecomesAnUnprivilegedUserAndKeepsToIt() {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        try (EmbeddedPostgres postgres = openAsOneOf(List.of("nobody"))) {
            assertThat(postgres.address().runsAs()).isEqualTo("nobody");
            write(postgres, "kept");
        }
        try (EmbeddedPostgres postgres = open()) {
            assertThat(notes(postgres)).containsExactly("kept");
            assertThat(postmaster().info().user()).hasValue("nobody");
        }
    }

    private EmbeddedPostgres open() {
        return EmbeddedPostgres.open(folders, ServerOptions.ARCHIVE, PATIENCE);
    }

    private EmbeddedPostgres openAsOneOf(List<String> accounts) {
        return EmbeddedPostgres.open(folders, ServerOptions.ARCHIVE, PATIENCE, accounts);
    }

    private ServerUser owner() {
        return ServerUser.of(folders, List.of());
    }

    private static JdbcClient client(EmbeddedPostgres postgres) {
        ServerAddress address = postgres.address();
        return JdbcClient.create(new DriverManagerDataSource(address.jdbcUrl(), address.role(), address.password()));
    }

    private static String setting(JdbcClient client, String name) {
        return client.sql("SHOW " + name).query(String.class).single();
    }

    private static void write(EmbeddedPostgres postgres, String text) {
        client(postgres)
                .sql("CREATE TABLE IF NOT EXISTS note (id int GENERATED ALWAYS AS IDENTITY, text text)")
                .update();
        client(postgres).sql("INSERT INTO note (text) VALUES (?)").param(text).update();
    }

    private static List<String> notes(EmbeddedPostgres postgres) {
        client(postgres)
                .sql("CREATE TABLE IF NOT EXISTS note (id int GENERATED ALWAYS AS IDENTITY, text text)")
                .update();
        return client(postgres)
                .sql("SELECT text FROM note ORDER BY id")
                .query(String.class)
                .list();
    }

    private List<ProcessHandle> serverProcesses() {
        return new Orphans(folders.data(), new ServerPrograms(folders.server()).postgres()).ours();
    }

    private ProcessHandle postmaster() {
        try {
            return ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(folders.data().resolve("postmaster.pid"))
                                    .get(0)))
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> commandLineOf(ProcessHandle process) {
        List<String> command = new ArrayList<>();
        command.add(process.info().command().orElseThrow());
        command.addAll(List.of(process.info().arguments().orElseThrow()));
        return command;
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time left").isLessThan(deadline);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

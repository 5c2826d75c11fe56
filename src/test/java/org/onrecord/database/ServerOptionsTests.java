package org.onrecord.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ServerOptionsTests {

    @TempDir
    private Path home;

    @Test
    void anArchivesCommitsAreOnDiskBeforeTheyAreAcknowledged() {
        assertThat(ServerOptions.ARCHIVE.commandLine(DatabaseFolders.in(home), 20_000))
                .contains("fsync=on", "full_page_writes=on", "synchronous_commit=on");
    }

    @Test
    void onlyThisMachineIsAnswered() {
        assertThat(ServerOptions.ARCHIVE.commandLine(DatabaseFolders.in(home), 20_000))
                .contains("listen_addresses=127.0.0.1", "port=20000");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theSocketStandsInItsOwnFolder() throws IOException {
        DatabaseFolders folders = DatabaseFolders.in(home);
        Files.createDirectories(folders.socket());
        assertThat(ServerOptions.socketFolder(folders))
                .isEqualTo(folders.socket().toString());
    }

    @Test
    void thereIsNoSocketWhereItsPathWouldBeTooLong() throws IOException {
        DatabaseFolders folders = DatabaseFolders.in(home.resolve("x".repeat(100)));
        Files.createDirectories(folders.socket());
        assertThat(ServerOptions.socketFolder(folders)).isEmpty();
    }
}

package org.onrecord.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    @TempDir
    private Path home;

    private DatabaseFolders folders;

    @BeforeEach
    void folders() {
        folders = DatabaseFolders.in(home);
    }

    @Test
    void anArchiveOfAnotherMajorVersionIsRefused() throws IOException {
        Path other = Files.createDirectories(home.resolve("pg17"));
        Files.writeString(other.resolve("PG_VERSION"), "17\n");

        assertThatExceptionOfType(DatabaseRefused.class)
                .isThrownBy(() -> DataDirectory.refuseOtherMajor(folders))
                .withMessageContaining("PostgreSQL 17")
                .withMessageContaining("pg_dump 17");
        assertThat(folders.data()).doesNotExist();
    }

    @Test
    void filesOfAnotherMajorVersionUnderOurNameAreRefused() throws IOException {
        Files.createDirectories(folders.data());
        Files.writeString(folders.data().resolve("PG_VERSION"), "19\n");

        assertThatExceptionOfType(DatabaseRefused.class)
                .isThrownBy(() -> DataDirectory.refuseOtherMajor(folders))
                .withMessageContaining("written by PostgreSQL 19");
    }

    @Test
    void anOlderVersionBesideTheMovedArchiveIsNoReasonToRefuse() throws IOException {
        Files.createDirectories(home.resolve("pg17"));
        Files.createDirectories(folders.data());
        Files.writeString(folders.data().resolve("PG_VERSION"), "18\n");

        assertThatNoException().isThrownBy(() -> DataDirectory.refuseOtherMajor(folders));
    }
}

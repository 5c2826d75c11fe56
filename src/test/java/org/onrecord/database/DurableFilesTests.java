package org.onrecord.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTests {

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsWrittenIsItsOwnersOnly() throws IOException {
        Path file = folder.resolve("secret");
        DurableFiles.write(file, "first");
        DurableFiles.write(file, "second");

        assertThat(file).hasContent("second");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPrivateFolderIsItsOwnersOnly() throws IOException {
        Path made = folder.resolve("private");
        DurableFiles.createPrivateFolder(made);
        assertThat(permissions(made)).isEqualTo("rwx------");
    }

    @Test
    void aRenamedFolderHasAllItHeld() throws IOException {
        Path from = Files.createDirectories(folder.resolve("draft/inside"));
        Files.writeString(from.resolve("file"), "text");
        DurableFiles.rename(folder.resolve("draft"), folder.resolve("final"));

        assertThat(folder.resolve("draft")).doesNotExist();
        assertThat(folder.resolve("final/inside/file")).hasContent("text");
    }

    @Test
    void deletingATreeDoesNotFollowLinksOutOfIt() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("file"), "text");
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.createSymbolicLink(tree.resolve("link"), outside);
        DurableFiles.deleteTree(tree);

        assertThat(tree).doesNotExist();
        assertThat(outside.resolve("file")).hasContent("text");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

package org.onrecord.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class IndexFoldersTests {

    @TempDir
    private Path root;

    @Test
    void leavesAnIndexThatCanBeRead() throws IOException {
        index("article");
        IndexFolders.check(root);
        assertThat(names()).containsExactly("article");
    }

    @Test
    void setsAsideAnIndexWithATruncatedFile() throws IOException {
        Path article = index("article");
        index("quote");
        for (Path file : files(article, ".cfs")) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        }
        IndexFolders.check(root);
        assertThat(names()).hasSize(2).contains("quote").anyMatch(name -> name.startsWith("article.damaged-"));
    }

    @Test
    void setsAsideAnIndexWithAMissingFile() throws IOException {
        Path article = index("article");
        for (Path file : files(article, ".si")) {
            Files.delete(file);
        }
        IndexFolders.check(root);
        assertThat(names()).singleElement().asString().startsWith("article.damaged-");
    }

    @Test
    void tellsWhatIsDamagedAndWhatIsGone() throws IOException {
        index("article");
        index("entity");
        Path quote = index("quote");
        assertThat(IndexFolders.damage(root, true)).isNull();
        FileSystemUtils.deleteRecursively(quote);
        assertThat(IndexFolders.damage(root, false)).contains("quote cannot be read: no segments");
        assertThat(quote).isDirectory();
    }

    @Test
    void comparesEveryByteIfAskedTo() throws IOException {
        Path article = index("article");
        index("entity");
        index("quote");
        for (Path file : files(article, ".cfs")) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
        assertThat(IndexFolders.damage(root, false)).isNull();
        assertThat(IndexFolders.damage(root, true)).contains("article cannot be read: checksum failed");
    }

    @Test
    void mindsNeitherEmptyFoldersNorNone() throws IOException {
        IndexFolders.check(root.resolve("none"));
        Files.createDirectory(root.resolve("article"));
        IndexFolders.check(root);
        assertThat(names()).containsExactly("article");
    }

    private Path index(String name) throws IOException {
        Path folder = root.resolve(name);
        try (var directory = FSDirectory.open(folder);
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (int i = 0; i < 10; i++) {
                var document = new Document();
                document.add(new StringField("id", String.valueOf(i), Field.Store.YES));
                writer.addDocument(document);
            }
        }
        return folder;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

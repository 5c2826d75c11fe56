package org.onrecord.search.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders Lucene keeps its indexes in. A folder that cannot be read (a truncated file, a half-copied backup) would
 * prevent the whole archive from starting. It is renamed instead, never deleted, and the index is built anew.
 */
final class IndexFolders {

    private static final Logger log = LoggerFactory.getLogger(IndexFolders.class);

    /** Of articles, quotes and entities, as the indexed classes name them. */
    private static final List<String> INDEXES = List.of("article", "quote", "entity");

    private IndexFolders() {}

    /**
     * What is wrong with the indexes as they were last flushed, as text; null for nothing. To be asked while nobody
     * flushes. Folders that are gone are made again, empty.
     *
     * @param whole whether to compare every byte with its checksum
     */
    static @Nullable String damage(Path root, boolean whole) {
        return INDEXES.stream()
                .map(name -> damageOf(root.resolve(name), whole))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String damageOf(Path folder, boolean whole) {
        // Opening a directory makes its folder.
        try (var directory = FSDirectory.open(folder);
                var reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext segment : whole ? reader.leaves() : List.<LeafReaderContext>of()) {
                segment.reader().checkIntegrity();
            }
            return null;
        } catch (IOException | IllegalArgumentException unreadable) {
            return folder + " cannot be read: " + IndexFailure.reason(unreadable);
        }
    }

    /** Sets aside what cannot be read. */
    static void check(Path root) {
        for (Path folder : folders(root)) {
            try (var directory = FSDirectory.open(folder)) {
                if (DirectoryReader.indexExists(directory)) {
                    DirectoryReader.open(directory).close();
                }
            } catch (IOException | IllegalArgumentException unreadable) {
                setAside(folder, unreadable);
            }
        }
    }

    private static List<Path> folders(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().contains(".damaged-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void setAside(Path folder, Exception unreadable) {
        Path aside = folder.resolveSibling(
                folder.getFileName() + ".damaged-" + Instant.now().toEpochMilli());
        try {
            Files.move(folder, aside);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set aside the damaged index " + folder, e);
        }
        log.warn("The search index in {} cannot be read; set aside as {}, building it anew", folder, aside, unreadable);
    }
}

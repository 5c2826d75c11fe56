package org.onrecord.search.indexing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.engine.IndexEngine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Names the last flush of the index, in a file beside the index and in the database. If the two names differ, the index
 * or the database was restored from a copy, or another archive with its own index worked on the database: then the index
 * lacks documents that are no longer in the outbox, and must be built anew. A process may die after it has written the
 * file and before it has written the database. So the file also names the flush before, and a row that is still in the
 * outbox in that case.
 *
 * <p>An index outside of this archive's folder has no such file and always agrees. Not thread-safe.
 */
@Component
public class FlushMarker {

    private static final String NONE = "-";

    private final JdbcClient jdbc;
    private final @Nullable Path file;

    /** The flush the database names. */
    private @Nullable UUID stored;

    FlushMarker(JdbcClient jdbc, IndexEngine engine) {
        this.jdbc = jdbc;
        this.file = engine.lastFlush();
    }

    /**
     * Whether file and database name the same flush.
     *
     * @param flush the database names; null for none
     */
    boolean agrees(@Nullable UUID flush) {
        stored = flush;
        if (file == null) {
            return true;
        }
        List<String> named = read(file);
        return text(flush).equals(named.get(0))
                || text(flush).equals(named.get(1)) && (NONE.equals(named.get(2)) || isInOutbox(named.get(2)));
    }

    /**
     * Names the flush just done in the file. To be called before the database is written.
     *
     * @param row one of those that leave the outbox with it; null for none
     * @return the name to write to the database; null for none
     */
    @Nullable
    UUID next(@Nullable Long row) {
        if (file == null) {
            return null;
        }
        UUID flush = UUID.randomUUID();
        try {
            write(file, String.join("\n", text(flush), text(stored), text(row)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note down that the index was flushed", e);
        }
        stored = flush;
        return flush;
    }

    /** Replaces the file in one step that survives a power cut. */
    private static void write(Path file, String named) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.writeString(draft, named);
        IOUtils.fsync(draft, false);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        IOUtils.fsync(file.resolveSibling(""), true);
    }

    /** Flush, flush before and row. */
    private static List<String> read(Path file) {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size() == 3 ? lines : List.of(NONE, NONE, NONE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read which flush of the index was the last", e);
        }
    }

    private static String text(@Nullable Object named) {
        return named == null ? NONE : named.toString();
    }

    private boolean isInOutbox(String row) {
        return jdbc.sql("select exists (select from index_outbox where id = :row)")
                .param("row", Long.valueOf(row))
                .query(Boolean.class)
                .single();
    }
}

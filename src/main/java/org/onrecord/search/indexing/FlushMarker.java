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
 * Which flush of the index was the last one, named by a file beside it and by the database. Where they name different
 * ones, the index or the database was put back from a copy, or another archive with an index of its own worked on the
 * database meanwhile: what this index lacks then, the outbox no longer has. A process may die when the file is written
 * and the database is not, so the file names the flush before as well, and a row the outbox still has in that case.
 *
 * <p>An index that is no folder of this archive's has none of this, and always agrees. Not thread-safe.
 */
@Component
public class FlushMarker {

    private static final String NONE = "-";

    private final JdbcClient jdbc;
    private final @Nullable Path file;

    /** What the database names. */
    private @Nullable UUID stored;

    FlushMarker(JdbcClient jdbc, IndexEngine engine) {
        this.jdbc = jdbc;
        this.file = engine.lastFlush();
    }

    /**
     * Whether the index is as the database believes it to be.
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
     * Names the flush just done in the file, before the database hears of it.
     *
     * @param row one of those that leave the outbox with it; null for none
     * @return what the database is to name; null for nothing
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

    /** In one step that survives a power cut. */
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

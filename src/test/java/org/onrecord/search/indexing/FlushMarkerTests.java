package org.onrecord.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.database.TestDatabase;
import org.onrecord.kernel.Ids;
import org.onrecord.search.engine.LuceneIndex;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a file and the database name after a flush, a crash, and other people's copies. */
class FlushMarkerTests {

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @TempDir
    private Path folder;

    private FlushMarker before;

    @BeforeEach
    void open() {
        before = new FlushMarker(jdbc, new LuceneIndex(folder, true));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothingAgreesWithNothing() {
        assertThat(afterwards().agrees(null)).isTrue();
        assertThat(afterwards().agrees(UUID.randomUUID())).isFalse();
    }

    @Test
    void theLastOneAgrees() {
        before.next(null);
        assertThat(afterwards().agrees(before.next(row()))).isTrue();
        assertThat(afterwards().agrees(null)).isFalse();
        assertThat(afterwards().agrees(UUID.randomUUID())).isFalse();
    }

    @Test
    void theOneBeforeAgreesWhileTheOutboxHasWhatLeavesItWithTheLast() {
        UUID first = before.next(null);
        before.next(row());
        assertThat(afterwards().agrees(first)).isTrue();
        jdbc.sql("delete from index_outbox").update();
        assertThat(afterwards().agrees(first)).isFalse();
    }

    @Test
    void theOneBeforeIsThatOfTheDatabaseNotOneItNeverHeardOf() {
        UUID first = before.next(null);
        before.next(row());
        var again = afterwards();
        assertThat(again.agrees(first)).isTrue();
        UUID third = again.next(row());
        assertThat(afterwards().agrees(first)).isTrue();
        assertThat(afterwards().agrees(third)).isTrue();
    }

    @Test
    void aCopyOfTheFileIsOutOfDateAfterAnotherFlush() throws IOException {
        before.next(null);
        Path file = new LuceneIndex(folder, true).lastFlush();
        String copy = Files.readString(file);
        UUID later = before.next(row());
        Files.writeString(file, copy);
        assertThat(afterwards().agrees(later)).isFalse();
    }

    @Test
    void aFileThatIsGoneOrCutOffAgreesWithNothing() throws IOException {
        UUID flush = before.next(null);
        Path file = new LuceneIndex(folder, true).lastFlush();
        Files.writeString(file, flush.toString());
        assertThat(afterwards().agrees(flush)).isFalse();
        Files.delete(file);
        assertThat(afterwards().agrees(flush)).isFalse();
    }

    /** What the next process knows. */
    private FlushMarker afterwards() {
        return new FlushMarker(jdbc, new LuceneIndex(folder, true));
    }

    private long row() {
        return jdbc.sql("insert into index_outbox (article_id) values (?) returning id")
                .param(Ids.next())
                .query(Long.class)
                .single();
    }
}

package org.onrecord.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdinalColumnCacheTests {

    private static final int DOCUMENTS = 3_000;
    private static final int VALUES = 50;
    private static final long PLENTY = 1_000_000;

    private final int[][] given = new int[DOCUMENTS][];
    private Directory directory;
    private DirectoryReader reader;

    @BeforeEach
    void index() throws IOException {
        var random = new Random(7);
        directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (int document = 0; document < DOCUMENTS; document++) {
                given[document] =
                        random.ints(random.nextInt(4), 0, VALUES).distinct().toArray();
                var fields = new Document();
                for (int value : given[document]) {
                    fields.add(new SortedSetDocValuesField("several", name(value)));
                }
                // The first has none, so that a field with one value at most has documents without.
                if (document > 0) {
                    fields.add(new SortedSetDocValuesField("one", name(document % VALUES)));
                }
                writer.addDocument(fields);
            }
            writer.forceMerge(1);
        }
        reader = DirectoryReader.open(directory);
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        directory.close();
    }

    /** In the order of their numbers. */
    private static BytesRef name(int value) {
        return new BytesRef("value %03d".formatted(value));
    }

    @Test
    void countsTheSameBeforeAndAfterAColumnIsHeld() throws IOException {
        var columns = new OrdinalColumnCache(PLENTY);
        int[] some = IntStream.range(0, DOCUMENTS).filter(i -> i % 3 != 1).toArray();
        int[] expected = new int[VALUES];
        for (int document : some) {
            for (int value : given[document]) {
                expected[value]++;
            }
        }
        for (int time = 0; time < 4; time++) {
            assertThat(counted(columns, "several", some)).as("time %s", time).isEqualTo(expected);
        }
        assertThat(columns.bytes()).isPositive();
    }

    @Test
    void countsFieldsOfOneValue() throws IOException {
        var columns = new OrdinalColumnCache(PLENTY);
        int[] all = IntStream.range(0, DOCUMENTS).toArray();
        int[] read = counted(columns, "one", all);
        assertThat(IntStream.of(read).sum()).isEqualTo(DOCUMENTS - 1);
        assertThat(counted(columns, "one", all)).isEqualTo(read);
        assertThat(columns.bytes()).isPositive();
    }

    @Test
    void holdsAColumnOnceAsManyDocumentsWereLookedUpAsItHas() throws IOException {
        var columns = new OrdinalColumnCache(PLENTY);
        int[] half = IntStream.range(0, DOCUMENTS / 2).toArray();
        counted(columns, "several", half);
        counted(columns, "several", half);
        assertThat(columns.bytes()).isZero();
        counted(columns, "several", half);
        assertThat(columns.bytes()).isPositive();
    }

    @Test
    void holdsNoMoreThanItMay() throws IOException {
        // One column takes four bytes a document and more.
        var columns = new OrdinalColumnCache(Integer.BYTES * DOCUMENTS);
        int[] all = IntStream.range(0, DOCUMENTS).toArray();
        int[] read = counted(columns, "several", all);
        for (int time = 0; time < 4; time++) {
            assertThat(counted(columns, "several", all)).isEqualTo(read);
        }
        assertThat(columns.bytes()).isZero();
    }

    @Test
    void forgetsAPartThatIsGone() throws IOException {
        var columns = new OrdinalColumnCache(PLENTY);
        int[] all = IntStream.range(0, DOCUMENTS).toArray();
        counted(columns, "several", all);
        counted(columns, "several", all);
        assertThat(columns.bytes()).isPositive();
        reader.close();
        assertThat(columns.bytes()).isZero();
    }

    private int[] counted(OrdinalColumnCache columns, String field, int[] documents) throws IOException {
        LeafReader part = reader.leaves().get(0).reader();
        int[] counts = new int[VALUES];
        columns.of(part, field).count(documents, documents.length, counts);
        return counts;
    }
}

package org.onrecord.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onrecord.database.ArchiveTest;
import org.onrecord.search.ArchiveFixture;
import org.onrecord.search.index.IndexedArticle;
import org.onrecord.search.indexing.IndexCatchUp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds what the engine counts by a way of its own against what Hibernate Search counts, while the index changes. */
@SpringBootTest
@ArchiveTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValueCountsIntegrationTests {

    private static final long SEED = 20_261_129;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> FIELDS = List.of("tagLabel", "sectionLabel");
    private static final int EVERYTHING = 100_000;

    @Autowired
    private ValueCounts values;

    @Autowired
    private SearchSessions sessions;

    @Autowired
    private IndexCatchUp catchUp;

    private final Random random = new Random(SEED);
    private ArchiveFixture archive;

    @BeforeAll
    void open(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transaction,
            @Autowired ApplicationEventPublisher events) {
        archive = new ArchiveFixture(jdbc, transaction, events);
    }

    @Test
    void countsTheSameHoweverMuchWasWrittenSince() throws InterruptedException {
        List<UUID> articles = new ArrayList<>();
        // First some to join, then a few at a time beside them, then more new values than are looked up one by one.
        for (int batch : new int[] {30, 1, 1, 3, 1, 60, 2}) {
            for (int i = 0; i < batch; i++) {
                articles.add(article());
            }
            assertCountedAlike("after " + articles.size() + " articles");
        }
        for (int i = 0; i < articles.size(); i += 7) {
            archive.delete(articles.get(i));
        }
        assertCountedAlike("after some were deleted");
    }

    private UUID article() {
        return archive.anArticle(random.nextBoolean() ? "Ferry late" : "Ferry on time", "It was said.")
                .section("Section " + random.nextInt(3))
                .tagged(IntStream.range(0, random.nextInt(40))
                        // Some stand in many articles, most in one.
                        .mapToObj(i -> "tag " + random.nextInt(random.nextBoolean() ? 10 : 100_000))
                        .distinct()
                        .toArray(String[]::new))
                .store();
    }

    private void assertCountedAlike(String when) throws InterruptedException {
        assertThat(catchUp.awaitAll(PATIENCE)).isTrue();
        for (String word : List.of("ferry", "late", "nowhere")) {
            for (int size : new int[] {1, 10, EVERYTHING}) {
                assertThat(count(values, word, size))
                        .as("seed %s, %s, %s, %s values", SEED, when, word, size)
                        .isEqualTo(first(size, count(new AggregatedValueCounts(sessions), word, EVERYTHING)));
            }
        }
    }

    private static Map<String, List<String>> first(int size, Map<String, List<String>> all) {
        Map<String, List<String>> first = new HashMap<>();
        all.forEach(
                (field, lines) -> first.put(field, lines.stream().limit(size).toList()));
        return first;
    }

    /** By field, as "value: count", those of equal counts by value. */
    private static Map<String, List<String>> count(ValueCounts counts, String word, int size) {
        Map<String, List<String>> lines = new HashMap<>();
        counts.count(IndexedArticle.class, f -> f.match().field("headline").matching(word), FIELDS, size, PATIENCE)
                .forEach((field, counted) -> lines.put(
                        field,
                        counted.entrySet().stream()
                                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                                .map(each -> each.getKey() + ": " + each.getValue())
                                .toList()));
        return lines;
    }
}

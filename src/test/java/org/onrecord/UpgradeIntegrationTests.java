package org.onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Newsroom.Answer;
import org.onrecord.database.TestDatabase;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * R12: an archive that release 0.1.0 left behind is opened by this one. Its rows and its index stand in
 * {@code upgrade/0.1.0}: the articles of the profile {@code demo}, of which some were corrected, withdrawn, embargoed or
 * deleted, quotes confirmed, rejected, added and deleted, entities merged, a key given. Its migrations are the first of
 * ours, of which none is ever changed: Flyway compares their checksums with those it recorded then.
 */
class UpgradeIntegrationTests {

    private static final String FIXTURE = "/org/onrecord/upgrade/0.1.0/";

    private static final String LAST_MIGRATION = "106";

    /** For nothing but that archive. */
    private static final String EDITORS_KEY = "or_dfguBQX1aEn4sxNy1LgxmZX9gk2OfOL2ei_4KBBLevo";

    /** What the new release may have otherwise, because it is not the archive's content or a migration says so. */
    private static final Set<String> OTHERWISE = Set.of(
            // V108: a deleted article keeps the status it had; what that was is not known of these.
            "article.status");

    /** What is kept besides the archive's content, and changes as it is used. */
    private static final Set<String> OPERATIONS = Set.of(
            "access_key", "flyway_schema_history", "index_build", "index_outbox", "indexed_entity_name", "signing_key");

    private static final JsonMapper JSON = new JsonMapper();

    private final TestDatabase database = TestDatabase.bare();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final Map<String, List<JsonNode>> rows = new LinkedHashMap<>();

    @TempDir
    private Path home;

    @BeforeEach
    void anArchiveOfRelease010() throws IOException {
        Flyway.configure()
                .dataSource(database.dataSource())
                .target(LAST_MIGRATION)
                .load()
                .migrate();
        read();
        jdbc.sql("delete from flyway_schema_history").update();
        List<String> referredTo = List.of("outlet", "article", "received_item", "named_entity");
        referredTo.forEach(this::store);
        rows.keySet().stream().filter(table -> !referredTo.contains(table)).forEach(this::store);
        unpackIndex();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isMigratedWithEveryRowAndSearched() {
        try (var archive = database.startArchive(home, "--onrecord.search.backend=lucene")) {
            rows.forEach((table, its) -> {
                if (!OPERATIONS.contains(table)) {
                    assertThat(changes(table, its)).as(table).isEmpty();
                }
            });
            var newsroom = new Newsroom(
                    ((WebServerApplicationContext) archive).getWebServer().getPort());
            long published =
                    count("article", row -> row.path("status").asString().equals("PUBLISHED"));
            await().atMost(Duration.ofMinutes(1)).until(() -> found(newsroom, "/articles") == published);
            assertThat(found(newsroom, "/articles?q=ferry")).isPositive().isLessThan(published);
            assertThat(found(newsroom, "/quotes?speaker=Odile+Marchetti")).isPositive();
            assertThat(warnings(newsroom)).isEmpty();
        }
    }

    private static Answer get(Newsroom newsroom, String path) {
        return newsroom.get(path, "Authorization", "Bearer " + EDITORS_KEY);
    }

    private static long found(Newsroom newsroom, String path) {
        return get(newsroom, path).json().path("total").asLong(-1);
    }

    private static JsonNode warnings(Newsroom newsroom) {
        return get(newsroom, "/articles?q=ferry").json().at("/query/warnings");
    }

    private long count(String table, java.util.function.Predicate<JsonNode> condition) {
        return rows.get(table).stream().filter(condition).count();
    }

    private void read() throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(fixture("rows.ndjson.gz")), StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(JSON::readTree)
                    .forEach(line -> rows.computeIfAbsent(line.path("table").asString(), table -> new ArrayList<>())
                            .add(line.path("row")));
        }
    }

    private void store(String table) {
        jdbc.sql("insert into " + table + " select * from json_populate_recordset(null::" + table
                        + ", cast(:rows as json))")
                .param("rows", rows.get(table).toString())
                .update();
    }

    private void unpackIndex() throws IOException {
        try (var zip = new ZipInputStream(fixture("index.zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = home.resolve("index").resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }

    private static InputStream fixture(String name) {
        return Objects.requireNonNull(UpgradeIntegrationTests.class.getResourceAsStream(FIXTURE + name), name);
    }

    /** Values that are not what they were, as {@code column: before, now}. */
    private List<String> changes(String table, List<JsonNode> before) {
        JdbcClient.StatementSpec all = jdbc.sql("select row_to_json(t) from " + table + " t");
        String key = table.equals("entity_merge") ? "merged_id" : "id";
        Map<String, JsonNode> now = all.query(String.class).list().stream()
                .map(JSON::readTree)
                .collect(Collectors.toMap(row -> row.path(key).asString(), row -> row));
        List<String> changes = new ArrayList<>();
        for (JsonNode row : before) {
            JsonNode kept = now.getOrDefault(row.path(key).asString(), JSON.createObjectNode());
            row.properties().stream()
                    .filter(member -> !OTHERWISE.contains(table + "." + member.getKey()))
                    .filter(member -> !member.getValue().equals(kept.path(member.getKey())))
                    .forEach(member -> changes.add(
                            member.getKey() + ": " + member.getValue() + ", " + kept.path(member.getKey())));
        }
        return changes;
    }
}

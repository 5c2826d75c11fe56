package org.onrecord.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Newsroom;
import org.onrecord.Newsroom.Answer;
import org.onrecord.Newsroom.MediaType;
import org.onrecord.database.TestDatabase;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An archive that people have worked with is exported and becomes a second one. */
@TestInstance(Lifecycle.PER_CLASS)
class BackupIntegrationTests {

    /** Whatever an encoding might trip over. */
    private static final String AWKWARD = "C:\\new\\table \"quoted\", 'so' \\x01 \\. \\N – “Ærø” 😀 %s {}";

    @TempDir
    private static Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final TestDatabase second = TestDatabase.create();
    private ConfigurableApplicationContext archive;
    private Newsroom newsroom;
    private String export;

    @BeforeAll
    void anArchivePeopleWorkWith() {
        archive = start(database, "first");
        newsroom = newsroom(archive);
        newsroom.post("/outlets", "{\"slug\": \"gazette\", \"name\": \"Harbour Gazette\"}");
        Answer first = newsroom.post("/articles", """
                {"outlet": "gazette", "headline": "Talks go on", "rights": %s, "tags": ["a", "b\\\\c"],
                 "body": "The talks went on.\\n\\n“We are close to a deal,” Marta Kowal said on Monday."}
                """.formatted(Newsroom.quoted(AWKWARD)));
        assertThat(first.status()).as(first.response().body()).isEqualTo(201);
        Answer other = newsroom.submit("Talks end\n\n“It is a deal,” Marta Kowal-Reed said on Tuesday.");
        newsroom.patch("/articles/" + first.id(), "{\"headline\": \"Talks still go on\"}");
        newsroom.patch("/quotes/" + first.text("/quotes/0/id"), "{\"status\": \"confirmed\"}");
        newsroom.post(
                "/entities/" + other.text("/quotes/0/speaker/entityId") + "/merge",
                "{\"into\": \"" + first.text("/quotes/0/speaker/entityId") + "\"}");
        Answer withdrawn = newsroom.submit("Withdrawn\n\nNobody saw it.");
        assertThat(newsroom.patch("/articles/" + withdrawn.id(), "{\"status\": \"withdrawn\"}")
                        .status())
                .isEqualTo(200);
        Answer deleted = newsroom.submit("Deleted\n\nIt was here.");
        assertThat(newsroom.send("DELETE", "/articles/" + deleted.id(), "If-Match", "*")
                        .status())
                .isEqualTo(204);
        export = export(newsroom);
    }

    @AfterAll
    void close() {
        archive.close();
        database.close();
        second.close();
    }

    @Test
    void holdsEveryTableOfWhatPeopleMadeAndNoSecret() {
        List<JsonNode> lines = Newsroom.lines(newsroom.get("/admin/export"));
        assertThat(lines.get(0).path("export").asString()).isEqualTo("onrecord");
        assertThat(lines.get(lines.size() - 1).path("rows").asInt()).isEqualTo(lines.size() - 2);
        assertThat(lines.subList(1, lines.size() - 1).stream()
                        .map(line -> line.path("table").asString())
                        .distinct())
                // Whoever adds a table decides whether it is one of these.
                .containsExactly(
                        "article",
                        "article_version",
                        "audit_entry",
                        "entity_merge",
                        "entity_name",
                        "mention",
                        "named_entity",
                        "outlet",
                        "quote",
                        "received_item",
                        "surname_bearer");
    }

    @Test
    void becomesASecondArchiveThatExportsTheSameBytesAndIsSearched() throws IOException {
        Path file = Files.writeString(folder.resolve("archive.ndjson"), export);
        assertThat(load(second, file.toString())).isEqualTo("0");
        try (var copy = start(second, "second")) {
            Newsroom readers = newsroom(copy);
            assertThat(export(readers)).isEqualTo(export);
            int quotes = quotesOfADeal(newsroom);
            assertThat(quotes).isPositive();
            await().atMost(Duration.ofMinutes(1)).until(() -> quotesOfADeal(readers) == quotes);
            assertThat(constraintsThatWait(second)).isZero();
            onlyAdminsMayExport(readers);
        }
        assertThat(load(second, file.toString()))
                .isEqualTo("1: This archive is not empty: there are rows in article." + " Nothing was imported.");
    }

    private static int quotesOfADeal(Newsroom readers) {
        return readers.get("/quotes?q=deal").json().path("total").asInt();
    }

    private static void onlyAdminsMayExport(Newsroom readers) {
        String admin = key(readers, "admin", "");
        String editor = key(readers, "editor", admin);
        assertThat(readers.get("/admin/export", "Authorization", "Bearer " + editor)
                        .status())
                .isEqualTo(403);
        assertThat(readers.get("/admin/export", "Authorization", "Bearer " + admin)
                        .status())
                .isEqualTo(200);
    }

    private static String key(Newsroom readers, String role, String key) {
        String[] authorization = key.isEmpty() ? new String[0] : new String[] {"Authorization", "Bearer " + key};
        return readers.post("/keys", "{\"name\": \"somebody\", \"role\": \"" + role + "\"}", authorization)
                .text("/secret");
    }

    @Test
    void isReadWholeOrNotAtAll() {
        try (var empty = TestDatabase.create()) {
            String cutOff = export.substring(0, export.lastIndexOf("{\"end\""));
            assertThat(loadText(empty, cutOff)).startsWith("1: It ends after line");
            String lineMissing = export.replaceFirst("(?m)^\\{\"table\":\"received_item\".*\n", "");
            assertThat(loadText(empty, lineMissing)).startsWith("1: It holds ");
            String dangling = export.replaceFirst("(?m)^\\{\"table\":\"outlet\".*\n", "")
                    .replaceFirst(
                            "\"rows\":(\\d+)", "\"rows\":" + (export.lines().count() - 3));
            assertThat(loadText(empty, dangling)).startsWith("1: It is not whole");
            assertThat(loadText(empty, export.replaceFirst("\"tables\":\"\\d+\"", "\"tables\":\"1\"")))
                    .startsWith("1: It was written by another release");
            assertThat(loadText(empty, export.replaceFirst("\"table\":\"quote\"", "\"table\":\"access_key\"")))
                    .contains("is not a row of a table that there is");
            assertThat(loadText(empty, "Headline\n\nText.")).isEqualTo("1: Line 1 is no JSON. Nothing was imported.");
            assertThat(JdbcClient.create(empty.dataSource())
                            .sql("select count(*) from article")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(constraintsThatWait(empty)).isZero();
        }
    }

    @Test
    void saysHowToAskWhenItIsAskedWrongly() {
        assertThat(load(second)).startsWith("2: usage:");
        assertThat(load(second, folder.resolve("none").toString()))
                .startsWith("1: ")
                .contains("cannot be read");
    }

    private ConfigurableApplicationContext start(TestDatabase its, String home) {
        return its.startArchive(folder.resolve(home));
    }

    private static Newsroom newsroom(ConfigurableApplicationContext context) {
        return new Newsroom(
                ((WebServerApplicationContext) context).getWebServer().getPort());
    }

    private static String export(Newsroom newsroom) {
        Answer answer = newsroom.get("/admin/export");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Content-Type"))
                .hasValue(MediaType.NDJSON.value() + ";charset=UTF-8");
        return answer.response().body();
    }

    private static String load(TestDatabase into, String... files) {
        return run(into, "", files);
    }

    private static String loadText(TestDatabase into, String lines) {
        return run(into, lines, "-");
    }

    /** The exit code, and what was said where it was not 0. */
    private static String run(TestDatabase into, String in, String... files) {
        var err = new ByteArrayOutputStream();
        var arguments = new ArrayList<>(List.of("import"));
        arguments.addAll(List.of(files));
        arguments.addAll(List.of(
                "--spring.datasource.url=" + into.getJdbcUrl(),
                "--spring.datasource.username=" + into.getUsername(),
                "--spring.datasource.password=" + into.getPassword()));
        int code = ImportArchive.run(
                arguments.toArray(String[]::new),
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        String said = err.toString(StandardCharsets.UTF_8).strip();
        return said.isEmpty() ? String.valueOf(code) : code + ": " + said;
    }

    private static int constraintsThatWait(TestDatabase its) {
        return JdbcClient.create(its.dataSource())
                .sql("select count(*) from pg_constraint where condeferrable")
                .query(Integer.class)
                .single();
    }
}

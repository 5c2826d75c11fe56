package org.onrecord.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onrecord.database.ArchiveTest;
import org.onrecord.search.ArchiveFixture;
import org.onrecord.search.indexing.IndexCatchUp;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What is taken along is read back by programs that know nothing of the archive. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ArchiveTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportFormatsIntegrationTests {

    /** As the newest first shows them; each is a trap for some reader. */
    private static final List<String> HEADLINES = List.of(
            "Plain words",
            "A \"quoted\" word, a comma; a semicolon",
            "Two\nlines and a \\ backslash",
            "=HYPERLINK(\"https://example.org\",\"Click\")",
            "+44 is a code, -1 a loss, @home a place",
            "Ünïcödé “quotes” and an 😀",
            "<b>Bread & butter</b> ]]> done",
            "\\.");

    /** More than a page of an export. */
    private static final int QUOTES = 1_203;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JsonMapper json;

    @BeforeAll
    void anArchive(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transaction,
            @Autowired ApplicationEventPublisher events,
            @Autowired IndexCatchUp catchUp)
            throws InterruptedException {
        var archive = new ArchiveFixture(jdbc, transaction, events);
        UUID herald = archive.outlet("herald", "The \"Harbour\", Herald & Co");
        for (int i = 0; i < HEADLINES.size(); i++) {
            archive.anArticle(HEADLINES.get(i), "Some body.")
                    .in(herald)
                    .section("World, local")
                    .tagged("one", "t,wo")
                    .on("2024-05-%02dT10:00:00Z".formatted(28 - i))
                    .store();
        }
        var full = archive.anArticle("Everybody speaks", "“Yes,” said all of them.")
                .on("2020-01-01T00:00:00Z");
        for (int i = 0; i < QUOTES; i++) {
            full.quoting(null, "Speaker " + i, "Yes,");
        }
        full.store();
        assertThat(catchUp.awaitAll(Duration.ofMinutes(2))).isTrue();
    }

    @Test
    void rowsAreReadBackByACsvReader() throws Exception {
        try (var parser =
                CSVParser.parse(csv(), CSVFormat.RFC4180.builder().setHeader().get())) {
            List<CSVRecord> rows = parser.getRecords();
            assertThat(rows).extracting(row -> row.get("headline")).isEqualTo(safe(HEADLINES));
            assertThat(rows).extracting(row -> row.get("section")).containsOnly("World, local");
            assertThat(rows).extracting(row -> row.get("tags")).containsOnly("one; t,wo");
            assertThat(rows.get(0).get("publishedAt")).isEqualTo("2024-05-28T10:00:00Z");
            assertThat(rows.get(0).get("standfirst")).isEmpty();
        }
    }

    @Test
    void rowsAreReadBackByPostgresql() throws Exception {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table exported (id uuid, published_at timestamptz, outlet text, headline text,
                        standfirst text, byline text, section text, tags text, language text, word_count int, version int,
                        url text, external_id text, ingested_at timestamptz)""");
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy exported from stdin csv header", new StringReader(csv()));
            assertThat(rows).isEqualTo(HEADLINES.size());
            var read = JdbcClient.create(
                    new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true));
            assertThat(read.sql("select headline from exported order by published_at desc")
                            .query(String.class)
                            .list())
                    .isEqualTo(safe(HEADLINES));
            assertThat(read.sql("select count(*) from exported where standfirst is null")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(HEADLINES.size());
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    @Test
    void linesGoOnToTheLastResultAndSayThatItIsTheLast() throws Exception {
        List<String> lines = text("/api/v1/quotes?format=ndjson").lines().toList();
        assertThat(lines).hasSize(QUOTES + 1);
        assertThat(lines.subList(0, QUOTES))
                .extracting(line -> json.readTree(line).at("/id").asString())
                .doesNotHaveDuplicates();
        assertThat(lines.get(QUOTES)).isEqualTo("{\"end\":true,\"count\":" + QUOTES + "}");
    }

    @Test
    void anExportThatFailsOnItsWayIsCutOff(@LocalServerPort int port, @Autowired JdbcClient jdbc) throws Exception {
        String broken = "update quote set segments = :segments::jsonb where speaker_name = 'Speaker 3'";
        String whole = jdbc.sql("select segments::text from quote where speaker_name = 'Speaker 3'")
                .query(String.class)
                .single();
        jdbc.sql(broken).param("segments", "[{\"start\": 3, \"end\": 1}]").update();
        try (var lines = new BufferedReader(new InputStreamReader(
                URI.create("http://localhost:" + port + "/api/v1/quotes?format=ndjson&sort=-publishedAt")
                        .toURL()
                        .openStream(),
                StandardCharsets.UTF_8))) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> {
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                            assertThat(line).startsWith("{\"id\":");
                        }
                    })
                    .withMessageContaining("Premature EOF");
        } finally {
            jdbc.sql(broken).param("segments", whole).update();
        }
    }

    @Test
    void aFeedIsReadBackByAFeedReader() throws Exception {
        var feed = new SyndFeedInput()
                .build(new StringReader(text("/api/v1/articles?from=2024-01-01&limit=50&format=atom")));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getTitle)
                .map(title -> title.replaceAll("\\s+", " "))
                .isEqualTo(HEADLINES.stream()
                        .map(title -> title.replaceAll("\\s+", " "))
                        .toList());
        assertThat(feed.getEntries()).allSatisfy(entry -> {
            assertThat(entry.getUri()).startsWith("urn:uuid:");
            assertThat(entry.getAuthor()).isEqualTo("The \"Harbour\", Herald & Co");
            assertThat(entry.getUpdatedDate()).isEqualTo(entry.getPublishedDate());
        });
    }

    private String csv() throws Exception {
        return text("/api/v1/articles?from=2024-01-01&format=csv");
    }

    private String text(String url) throws Exception {
        var result = http.get().uri(URI.create(url)).header("Host", "localhost").exchange();
        assertThat(result).as(url).hasStatus(200);
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** Formulas begin with an apostrophe. */
    private static List<String> safe(List<String> texts) {
        return texts.stream().map(Exports::safe).toList();
    }
}

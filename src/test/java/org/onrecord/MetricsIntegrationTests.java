package org.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.onrecord.api.RawHttp;
import org.onrecord.database.ArchiveTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What {@code docs/operations.md} tells operators to graph, as Prometheus scrapes it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
@TestInstance(Lifecycle.PER_CLASS)
class MetricsIntegrationTests {

    @LocalServerPort
    private int port;

    private Newsroom newsroom;

    @BeforeAll
    void open() {
        newsroom = new Newsroom(port);
    }

    /** The value of a series, or 0 where there is none yet. */
    private double value(String series) throws Exception {
        var scraped = new RawHttp(port).send("GET", "/actuator/prometheus", "Accept: text/plain\r\n", "");
        assertThat(scraped.status()).isEqualTo(200);
        var matcher =
                Pattern.compile("(?m)^" + Pattern.quote(series) + " (\\S+)$").matcher(scraped.text());
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    private static String articles(String result) {
        return "onrecord_articles_total{result=\"" + result + "\"}";
    }

    @Test
    void articlesAreCountedByWhatBecameOfThem() throws Exception {
        double created = value(articles("created"));
        double unchanged = value(articles("unchanged"));
        double versioned = value(articles("versioned"));
        double updated = value(articles("updated"));
        double refused = value(articles("refused"));
        var url = "\"url\": \"https://gazette.example/counted\", \"headline\": \"Counted\"";
        newsroom.post("/articles", "{" + url + ", \"body\": \"One.\"}");
        newsroom.post("/articles", "{" + url + ", \"body\": \"One.\"}");
        newsroom.post("/articles", "{" + url + ", \"body\": \"One.\", \"section\": \"Local\"}");
        newsroom.post("/articles", "{" + url + ", \"body\": \"Two.\"}");
        newsroom.submit("Only a headline");
        newsroom.post("/articles/bulk", "{\"headline\": \"Bulk\", \"body\": \"Three.\"}", Newsroom.MediaType.NDJSON);
        assertThat(value(articles("created"))).isEqualTo(created + 2);
        assertThat(value(articles("unchanged"))).isEqualTo(unchanged + 1);
        assertThat(value(articles("updated"))).isEqualTo(updated + 1);
        assertThat(value(articles("versioned"))).isEqualTo(versioned + 1);
        assertThat(value(articles("refused"))).isEqualTo(refused + 1);
    }

    @Test
    void readingIsTimed() throws Exception {
        double before = value("onrecord_extraction_seconds_count");
        newsroom.submit("Timed\n\nThe mayor said it takes time.");
        assertThat(value("onrecord_extraction_seconds_count")).isEqualTo(before + 1);
        assertThat(value("onrecord_extraction_seconds_bucket{le=\"+Inf\"}")).isEqualTo(before + 1);
        assertThat(value("onrecord_cleaning_seconds_count")).isPositive();
    }

    @Test
    void theIndexTellsHowFarItIsBehind() throws Exception {
        newsroom.submit("Indexed\n\nThis is searchable when it is answered.");
        var scraped =
                new RawHttp(port).send("GET", "/actuator/prometheus", "", "").text();
        assertThat(scraped)
                .containsPattern("(?m)^onrecord_index_waiting \\d")
                .containsPattern("(?m)^onrecord_index_lag_seconds \\d")
                .containsPattern("(?m)^onrecord_index_parked 0.0$");
    }

    @Test
    void searchesAreTimedByWhatWasAsked() throws Exception {
        newsroom.get("/articles?q=timed");
        newsroom.get("/entities/00000000-0000-7000-8000-000000000000/articles");
        var scraped =
                new RawHttp(port).send("GET", "/actuator/prometheus", "", "").text();
        assertThat(scraped)
                .containsPattern("http_server_requests_seconds_bucket\\{[^\n]*method=\"GET\"[^\n]*status=\"200\","
                        + "uri=\"/api/v1/articles\",le=\"0.1\"")
                .containsPattern("http_server_requests_seconds_count\\{[^\n]*status=\"404\","
                        + "uri=\"/api/v1/entities/\\{id}/articles\"");
    }

    @Test
    void problemsAreCountedByCode() throws Exception {
        double before = value("onrecord_problems_total{code=\"not-found\"}");
        newsroom.get("/outlets/nobody-knows-it");
        assertThat(value("onrecord_problems_total{code=\"not-found\"}")).isEqualTo(before + 1);
    }
}

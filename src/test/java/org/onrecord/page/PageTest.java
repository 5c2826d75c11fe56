package org.onrecord.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.onrecord.database.ArchiveTest;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server, a browser that looks at it, and the API beside it to see what was stored. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ArchiveTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageTest {

    static final String SAVE = Keys.chord(Keys.CONTROL, Keys.ENTER);

    Browser browser;
    String server = "";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private @Nullable String key;

    @LocalServerPort
    private int port;

    @BeforeAll
    void openBrowser() {
        server = "http://localhost:" + port;
        browser = Browser.at(server);
    }

    @BeforeEach
    void atADesk() {
        browser.size(1280, 900);
        browser.dark(false);
        browser.complaints();
    }

    @AfterEach
    void nothingIsComplainedOf() {
        browser.assertNoComplaints();
    }

    /** Opens the newest article with these words, once search has seen it. */
    final void openArticle(String words) {
        String newest = "/articles?limit=1&q=" + encoded('"' + words + '"') + "&sort=-publishedAt";
        browser.until(() -> found(newest) > 0 ? true : null, "for an article with \"" + words + '"');
        browser.open("/articles/" + get(newest).at("/results/0/id").asString());
        browser.see(".body p");
    }

    final void retype(String field, String words) {
        WebElement input = browser.see(field);
        input.clear();
        input.sendKeys(words);
    }

    final String value(String field) {
        return String.valueOf(browser.see(field).getDomProperty("value"));
    }

    /** Gives the ring behind these words the focus. */
    final void focusQuote(String words) {
        browser.see("[data-quote]", words);
        browser.run("""
                const quote = [...document.querySelectorAll('[data-quote]')].find(each => each.textContent.includes(arguments[0]));
                document.querySelector(`[data-handle="${quote.dataset.quote}"]`).focus();
                """, words);
    }

    final void assertNoBarriers(String what) {
        assertThat(browser.barriers()).as(what).isEmpty();
    }

    /** The bytes of this view as they go over the wire to a browser that has nothing of it yet. */
    final long weight() {
        List<String> parts = browser.run("""
                return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
                  .map(each => each.name);
                """);
        assertThat(parts).hasSizeGreaterThan(10);
        return parts.stream()
                .mapToLong(
                        part -> answer(HttpRequest.newBuilder(URI.create(part)).header("Accept-Encoding", "gzip"))
                                .body()
                                .length)
                .sum();
    }

    final String articleId() {
        return browser.address().substring("/articles/".length()).substring(0, 36);
    }

    final String entityId(String name) {
        return get("/suggest?q=" + encoded(name)).at("/results/0/id").asString();
    }

    final long found(String path) {
        return get(path).at("/total").asLong();
    }

    /** The key of whoever asks the API beside the browser. */
    final void with(String key) {
        this.key = key;
    }

    final JsonNode get(String path) {
        return send(request(path)).body;
    }

    final JsonNode post(String path, Map<String, ?> body) {
        return post(path, body, 201);
    }

    final JsonNode post(String path, Map<String, ?> body, int expected) {
        return sent(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(written(body))),
                expected);
    }

    /** The id of an article taken in just now, without search having seen it yet. */
    final String taken(String headline, String body) {
        return post("/articles", Map.of("headline", headline, "body", body))
                .at("/id")
                .asString();
    }

    /** The ids of many articles taken in at once. */
    final List<String> takenInBulk(List<? extends Map<String, ?>> articles) {
        String lines = articles.stream().map(this::written).collect(Collectors.joining("\n"));
        HttpResponse<byte[]> answer = answer(request("/articles/bulk")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
        return new String(answer.body(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> json.readTree(line).at("/id").asString())
                .filter(id -> !id.isEmpty())
                .toList();
    }

    final void patch(String path, Map<String, ?> change) {
        String tag = answer(request(path)).headers().firstValue("ETag").orElseThrow();
        sent(
                request(path)
                        .header("Content-Type", "application/merge-patch+json")
                        .header("If-Match", tag)
                        .method("PATCH", BodyPublishers.ofString(written(change))),
                200);
    }

    final HttpResponse<byte[]> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    final HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(server + "/api/v1" + path));
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String written(Map<String, ?> body) {
        return json.writeValueAsString(body);
    }

    private JsonNode sent(HttpRequest.Builder request, int expected) {
        Answer answer = send(request);
        assertThat(answer.status).as("%s", answer.body).isEqualTo(expected);
        return answer.body;
    }

    private record Answer(int status, JsonNode body) {}

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<byte[]> answer = answer(request);
        return new Answer(answer.statusCode(), json.readTree(answer.body()));
    }
}

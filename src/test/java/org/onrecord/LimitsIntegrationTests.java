package org.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.api.RawHttp;
import org.onrecord.api.input.Limits;
import org.onrecord.database.ArchiveTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every limit of the contract, at the limit and just past it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
class LimitsIntegrationTests {

    private static final String JSON = "Content-Type: application/json\r\n";

    @LocalServerPort
    private int port;

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of("a headline of 1,000 characters", article("h".repeat(1_000), "b", ""), 201),
                Arguments.of("a headline of 1,001 characters", article("h".repeat(1_001), "b", ""), 400),
                Arguments.of(
                        "a body of 1,000,000 code points", article("h", "word ".repeat(199_999) + "words", ""), 201),
                Arguments.of("a body of 1,000,001 code points", article("h", "word ".repeat(200_000) + "w", ""), 400),
                Arguments.of("a URL of 2,048 characters", article("h", "b", ",\"url\":\"" + url(2_048) + "\""), 201),
                Arguments.of("a URL of 2,049 characters", article("h", "b", ",\"url\":\"" + url(2_049) + "\""), 400),
                Arguments.of("a tag of 50 characters", article("h", "b", tags(1, 50)), 201),
                Arguments.of("a tag of 51 characters", article("h", "b", tags(1, 51)), 400),
                Arguments.of("100 tags", article("h", "b", tags(100, 10)), 201),
                Arguments.of("101 tags", article("h", "b", tags(101, 10)), 400),
                Arguments.of("JSON of 2 MiB", padded("h", Limits.JSON_BYTES), 201),
                Arguments.of("JSON of 2 MiB and a byte", padded("h", Limits.JSON_BYTES + 1), 413),
                Arguments.of("a time in the year 1000", article("h", "b", published("1000-01-01T00:00:00Z")), 201),
                Arguments.of("a time in the year 999", article("h", "b", published("0999-12-31T23:59:59Z")), 400),
                Arguments.of("a time in the year 9999", article("h", "b", published("9999-12-31T23:59:59Z")), 201),
                Arguments.of("a time in the year 10000", article("h", "b", published("+10000-01-01T00:00:00Z")), 400));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("limits")
    void anArticleIsTakenAtTheLimitAndRefusedPastIt(String what, String body, int status) throws IOException {
        var answer = new RawHttp(port)
                .send(RawHttp.request("POST", "/api/v1/articles", JSON, body.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status())
                .as(answer.text().substring(0, Math.min(500, answer.text().length())))
                .isEqualTo(status);
    }

    /** The length of a body in pieces is not told before it: it may end anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {"{'headline':'h','body':'", "{'headline':'h','body':'b','tags':['", "{'headline':'"})
    void aBodyInPiecesIsTooLargeWhereverItIsCut(String start) throws IOException {
        var body = start.replace('\'', '"') + "a".repeat(Limits.JSON_BYTES);
        var pieces = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        var answer = new RawHttp(port)
                .send(RawHttp.request(
                        "POST",
                        "/api/v1/articles",
                        JSON + "Transfer-Encoding: chunked\r\n",
                        pieces.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"0, 201", "1, 413"})
    void aLineIsTakenAtTheLimitAndRefusedPastIt(int past, int status) {
        var answer = new Newsroom(port)
                .post("/articles/bulk", padded("a line", Limits.BULK_LINE_BYTES + past), Newsroom.MediaType.NDJSON);
        assertThat(Newsroom.lines(answer).get(0).at("/status").asInt()).isEqualTo(status);
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                Arguments.of("q=" + "a".repeat(Limits.QUERY_CHARACTERS), 200),
                Arguments.of("q=" + "a".repeat(Limits.QUERY_CHARACTERS + 1), 400),
                Arguments.of("limit=1", 200),
                Arguments.of("limit=0", 400),
                Arguments.of("limit=200", 200),
                Arguments.of("limit=201", 400));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aListIsGivenAtTheLimitAndRefusedPastIt(String query, int status) throws IOException {
        assertThat(new RawHttp(port)
                        .send("GET", "/api/v1/articles?" + query, "", "")
                        .status())
                .isEqualTo(status);
    }

    private static String article(String headline, String body, String more) {
        return "{\"headline\":\"" + headline + "\",\"body\":\"" + body + "\"" + more + "}";
    }

    private static String url(int length) {
        var start = "https://gazette.example.org/";
        return start + "u".repeat(length - start.length());
    }

    private static String tags(int count, int length) {
        var tag = "t".repeat(length - 3);
        return ",\"tags\":["
                + String.join(
                        ",",
                        Stream.iterate(100, number -> number + 1)
                                .limit(count)
                                .map(number -> "\"" + tag + number + "\"")
                                .toList())
                + "]";
    }

    private static String published(String time) {
        return ",\"publishedAt\":\"" + time + "\"";
    }

    private static String padded(String headline, int bytes) {
        var article = article(headline, "b", "");
        return article + String.join("", Collections.nCopies(bytes - article.length(), " "));
    }
}

package org.onrecord.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.api.RawHttp;
import org.onrecord.api.RawHttp.Answer;
import org.onrecord.database.ArchiveTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
@Import(TryController.class)
class ConventionsIntegrationTests {

    private static final String ID = "/api/v1/tries/00000000-0000-0000-0000-000000000001";
    private static final String LONG_ID = "/api/v1/tries/00000000-0000-0000-0000-000000000002";
    private static final String JSON = "Content-Type: application/json\r\n";

    @LocalServerPort
    private int port;

    @Autowired
    private TryController controller;

    private RawHttp http;

    @BeforeEach
    void connect() {
        http = new RawHttp(port);
    }

    private Answer get(String target, String... headers) throws IOException {
        return http.send("GET", target, lines(headers), "");
    }

    private Answer post(String body, String... headers) throws IOException {
        return http.send("POST", "/api/v1/tries", JSON + lines(headers), body);
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("content-type")).contains("application/problem+json");
        assertThat(answer.problem("/code")).isEqualTo(code);
        assertThat(answer.problem("/type")).isEqualTo("/problems/" + code);
        assertThat(answer.problem("/title")).isNotBlank();
        assertThat(answer.problem("/detail")).isNotBlank();
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.problem("/requestId"))
                .isEqualTo(answer.header("x-request-id").orElseThrow());
        assertThat(answer.header("cache-control")).contains("no-store");
        assertThat(answer.header("x-content-type-options")).contains("nosniff");
        assertThat(answer.text())
                .doesNotContain("secret")
                .doesNotContain("org.onrecord")
                .doesNotContain("Exception");
    }

    // Problems

    @ParameterizedTest
    @CsvSource({
        "missing, 404, not-found",
        "gone, 410, gone",
        "locked, 412, precondition-failed",
        "duplicate, 409, conflict",
        "away, 503, unavailable",
        "large, 413, content-too-large",
        "otherwise, 500, internal-error"
    })
    void whatControllersThrowIsToldAsAProblem(String how, int status, String code) throws IOException {
        assertProblem(get("/api/v1/tries/failing/" + how), status, code);
    }

    @Test
    void aDatabaseThatIsAwaySaysWhenToComeBack() throws IOException {
        assertThat(get("/api/v1/tries/failing/away").header("retry-after")).contains("5");
    }

    @Test
    void aPathWithNothingBehindItIsAProblem() throws IOException {
        assertProblem(get("/nowhere"), 404, "not-found");
        assertProblem(get("/api/v1/nowhere"), 404, "not-found");
    }

    @Test
    void anUnsupportedMethodSaysWhichAreSupported() throws IOException {
        var answer = http.send("DELETE", "/api/v1/tries", "", "");
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("allow").orElseThrow()).contains("GET").contains("POST");
    }

    @Test
    void anAcceptHeaderNobodyCanMeetIsAnsweredWithABody() throws IOException {
        assertProblem(get(ID, "Accept: image/png"), 406, "not-acceptable");
    }

    @Test
    void aProblemIsToldEvenToThoseWhoAcceptAnImageOnly() throws IOException {
        assertProblem(get("/api/v1/tries/failing/missing", "Accept: image/png"), 404, "not-found");
    }

    @Test
    void aBrokenAcceptHeaderIsAProblem() throws IOException {
        assertProblem(get(ID, "Accept: ///"), 406, "not-acceptable");
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() throws IOException {
        assertProblem(
                http.send("POST", "/api/v1/tries", "Content-Type: text/csv\r\n", "a"), 415, "unsupported-media-type");
        assertProblem(post("{}", "Content-Encoding: gzip"), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api/v1/tries HTTP/1.1\\r\\nHost: a b\\r\\n\\r\\n | 400",
                "GET /api/v1/tries HTTP/1.1\\r\\n\\r\\n | 400",
                "GET /api/v1/tries HTTP/1.1\\r\\nHost: localhost\\r\\nHost: localhost\\r\\n\\r\\n | 400",
                "GET /api/v1/tries%2f1 HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n | 400",
                "GET /api/v1/tries%00 HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n | 400",
                "GET /api/v1/tries\\\\1 HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n | 400",
                "GET /{} HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n | 400",
                "GET /%zz HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n | 400",
                "GET /../../etc/passwd HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n | 400",
                "GET / HTTP/9.9\\r\\nHost: localhost\\r\\n\\r\\n | 505",
                "GET\\r\\n\\r\\n | 400",
                "nonsense | 400",
                "TRACE / HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n | 405"
            })
    void whatTomcatRefusesIsAProblemToo(String request, int status) throws IOException {
        var bytes = (request.replace("\\r\\n", "\r\n").replace("\\\\", "\\") + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        var answer = http.send(bytes);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("content-type")).contains("application/problem+json");
        assertThat(answer.problem("/requestId")).isNotBlank();
        assertThat(answer.header("x-content-type-options")).contains("nosniff");
    }

    @Test
    void aHeaderOf20KilobytesIsAProblem() throws IOException {
        var answer = get(ID, "X-Long: " + "x".repeat(20_000));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).contains("application/problem+json");
    }

    // Input

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"nam\":\"a\"} | /nam | unknown-member",
                "{\"name\":\"a\",\"id\":\"1\"} | /id | unknown-member",
                "{\"name\":\"a\",\"inner\":{\"name\":\"b\",\"x\":1}} | /inner/x | unknown-member",
                "{\"name\":\"a\",\"name\":\"b\"} | /name | duplicate-member",
                "{\"name\":\"a\\u0000\"} | /name | invalid-value",
                "{\"name\":\"\\ud800\"} | /name | invalid-value",
                "{\"name\":\"\\udc00\\ud800\"} | /name | invalid-value",
                "{\"name\":\"a\",\"tags\":[\"x\",\"\\u0000\"]} | /tags/1 | invalid-value",
                "{\"name\":\"a\",\"ids\":{\"x\\u0000\":\"1\"}} | /ids | invalid-value",
                "{\"name\":7} | /name | type-mismatch",
                "{\"name\":true} | /name | type-mismatch",
                "{\"name\":[\"a\"]} | /name | type-mismatch",
                "{\"name\":{\"a\":1}} | /name | type-mismatch",
                "{\"name\":\"a\",\"count\":\"7\"} | /count | type-mismatch",
                "{\"name\":\"a\",\"count\":7.5} | /count | invalid-value",
                "{\"name\":\"a\",\"count\":99999999999} | /count | invalid-value",
                "{\"name\":\"a\",\"count\":true} | /count | type-mismatch",
                "{\"name\":\"a\",\"sure\":\"true\"} | /sure | type-mismatch",
                "{\"name\":\"a\",\"sure\":1} | /sure | invalid-value",
                "{\"name\":\"a\",\"mood\":\"merry\"} | /mood | invalid-value",
                "{\"name\":\"a\",\"mood\":1} | /mood | invalid-value",
                "{\"name\":\"a\",\"mood\":\"\"} | /mood | invalid-value",
                "{\"name\":\"a\",\"at\":\"yesterday\"} | /at | invalid-value",
                "{\"name\":\"a\",\"at\":\"+300000-01-01T00:00:00Z\"} | /at | invalid-value",
                "{\"name\":\"a\",\"at\":\"0999-01-01T00:00:00Z\"} | /at | invalid-value",
                "{\"name\":\"a\",\"at\":1700000000} | /at | type-mismatch",
                "{\"name\":\"a\",\"tags\":\"x\"} | /tags | type-mismatch",
                "{\"name\":\"a\",\"tags\":[\"much too long\"]} | /tags/0 | size",
                "{\"name\":\"\"} | /name | not-blank",
                "{} | /name | not-blank",
                "{\"name\":\"more than ten letters\"} | /name | size",
                "{\"name\":\"a\",\"inner\":{\"name\":\"\"}} | /inner/name | not-blank",
                "{\"name\":\"a\"} {} | `` | type-mismatch",
                "{\"name\":\"a\" | /name | malformed-json",
                "[] | `` | type-mismatch",
                "\"a\" | `` | type-mismatch",
                "null | `` | unreadable-body",
                "{'name':'a'} | `` | malformed-json",
                "{\"name\":NaN} | /name | malformed-json",
                "nonsense | `` | malformed-json"
            })
    void jsonThatCannotBeMeantIsRefusedWithAPointer(String body, String pointer, String code) throws IOException {
        var answer = post(body);
        assertProblem(answer, 400, "invalid-input");
        assertThat(answer.problem("/errors/0/pointer")).as(answer.text()).isEqualTo(pointer);
        assertThat(answer.problem("/errors/0/code")).as(answer.text()).isEqualTo(code);
    }

    @Test
    void anEmptyBodyAndABodyThatIsNotUtf8AreRefused() throws IOException {
        assertProblem(post(""), 400, "invalid-input");
        assertProblem(
                http.send(RawHttp.request("POST", "/api/v1/tries", JSON, new byte[] {'"', (byte) 0xff, '"'})),
                400,
                "invalid-input");
    }

    @Test
    void nestingTooDeepIsRefused() throws IOException {
        assertProblem(post("[".repeat(100_000)), 400, "invalid-input");
        assertProblem(post("{\"inner\":".repeat(5_000)), 400, "invalid-input");
    }

    @Test
    void textIsStoredInNormalFormC() throws IOException {
        assertThat(post("{\"name\":\"re\\u0301al\"}").json().at("/name").asString())
                .isEqualTo("réal");
    }

    @Test
    void timesMayHaveAnOffsetAndComeBackInUtc() throws IOException {
        assertThat(post("{\"name\":\"a\",\"at\":\"2026-03-01T12:00:00+02:00\"}")
                        .json()
                        .at("/at")
                        .asString())
                .isEqualTo("2026-03-01T10:00:00Z");
    }

    @Test
    void enumsAreLowerCaseAndNullsAreWritten() throws IOException {
        var body = get(ID).json();
        assertThat(body.at("/mood").asString()).isEqualTo("grave");
        assertThat(body.has("tags")).isTrue();
        assertThat(body.at("/tags").isNull()).isTrue();
    }

    // Parameters

    @ParameterizedTest
    @CsvSource({
        "outlt=a, outlt, unknown-parameter",
        "zzzzzzzzzzzz=1, zzzzzzzzzzzz, unknown-parameter",
        "q=a&q=b, q, repeated-parameter",
        "limit=0, limit, min",
        "limit=201, limit, max",
        "limit=many, limit, type-mismatch",
        "limit=, limit, empty-parameter",
        "limit, limit, empty-parameter",
        "mood=, mood, empty-parameter",
        "from=, from, empty-parameter",
        "limit=99999999999999, limit, type-mismatch",
        "mood=merry, mood, type-mismatch",
        "from=yesterday, from, type-mismatch",
        "from=%2B300000-01-01T00:00:00Z, from, type-mismatch",
        "cursor=abc, cursor, not-a-cursor",
        "cursor=%24%24, cursor, not-a-cursor",
        "q=%00, query, not-well-formed-text",
        "q=%ff, query, not-utf-8",
        "q=%ed%a0%80, query, not-utf-8",
        "q=%, query, bad-encoding",
        "q=%4, query, bad-encoding",
        "q=%zz, query, bad-encoding"
    })
    void aParameterThatCannotBeMeantIsNamed(String query, String parameter, String code) throws IOException {
        var answer = get("/api/v1/tries?" + query);
        assertProblem(answer, 400, "invalid-input");
        assertThat(answer.problem("/errors/0/parameter")).as(answer.text()).isEqualTo(parameter);
        assertThat(answer.problem("/errors/0/code")).as(answer.text()).isEqualTo(code);
    }

    @Test
    void aMisspelledParameterIsToldWhatWasMeant() throws IOException {
        assertThat(get("/api/v1/tries?outlt=a").problem("/errors/0/message")).contains("did you mean `outlet`");
    }

    @Test
    void filtersMayRepeatAndExclude() throws IOException {
        assertThat(get("/api/v1/tries?outlet=a&outlet=b&not.outlet=c&mood=grave")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anIdThatIsNoneIsNamed() throws IOException {
        var answer = get("/api/v1/tries/17");
        assertProblem(answer, 400, "invalid-input");
        assertThat(answer.problem("/errors/0/parameter")).isEqualTo("id");
    }

    // Lists

    @Test
    void aListIsFollowedByItsNextUrl() throws IOException {
        var first = get("/api/v1/tries?q=caf%C3%A9+x&outlet=a&outlet=b");
        assertThat(first.status()).isEqualTo(200);
        var next = first.json().at("/next").asString();
        assertThat(next).startsWith("http://localhost/api/v1/tries?q=caf%C3%A9+x&outlet=a&outlet=b&cursor=");
        assertThat(first.header("link")).contains("<" + next + ">; rel=\"next\"");
        var second = get(next.substring("http://localhost".length()));
        assertThat(second.json().at("/results/0").asString()).isEqualTo("a1");
        assertThat(second.json().at("/totalRelation").asString()).isEqualTo("eq");
    }

    @Test
    void aListOfUsualSizeGoesOutWhole() throws IOException {
        var list = get("/api/v1/tries?q=long");
        assertThat(list.body()).hasSizeGreaterThan(30_000);
        assertThat(list.header("content-length")).contains(String.valueOf(list.body().length));
    }

    @Test
    void aCursorDoesNotFitAnotherQuery() throws IOException {
        var next = get("/api/v1/tries?q=one").json().at("/next").asString();
        var answer = get("/api/v1/tries?q=two&" + next.substring(next.indexOf("cursor=")));
        assertProblem(answer, 400, "invalid-input");
        assertThat(answer.problem("/errors/0/code")).isEqualTo("cursor-of-another-query");
    }

    @Test
    void aCursorThatWasTamperedWithIsRefused() throws IOException {
        var next = get("/api/v1/tries?q=one").json().at("/next").asString();
        var cursor = next.substring(next.indexOf("cursor=") + 7);
        for (int i = 0; i < cursor.length(); i += 5) {
            var other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            var tampered = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertThat(get("/api/v1/tries?q=one&cursor=" + tampered).status())
                    .as(tampered)
                    .isEqualTo(400);
        }
    }

    // Conditional requests

    @Test
    void anUnchangedResourceIsNotSentAgain() throws IOException {
        assertThat(get(ID).header("etag")).contains("\"7\"");
        var again = get(ID, "If-None-Match: \"7\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("etag")).contains("\"7\"");
        assertThat(get(ID, "If-None-Match: \"6\"").status()).isEqualTo(200);
    }

    @Test
    void anAsteriskMatchesWhateverIsThere() throws IOException {
        var unchanged = get(ID, "If-None-Match: *");
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.header("etag")).contains("\"7\"");
        assertThat(unchanged.body()).isEmpty();
        assertThat(http.send("HEAD", ID, "If-None-Match: *\r\n", "").status()).isEqualTo(304);
        assertProblem(get("/api/v1/tries/failing/missing", "If-None-Match: *"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "If-Match: \"7\" | 200",
                "If-Match: \"7.ab12\" | 200",
                "If-Match: \"7-gzip\" | 200",
                "If-Match: \"1\", \"7\" | 200",
                "If-Match: * | 200",
                "If-Match: \"6\" | 412",
                "If-Match: W/\"7\" | 412",
                "If-Match: 7 | 400",
                "If-Match: \"7 | 400",
                "If-None-Match: \"7\" | 428",
                "X: y | 428"
            })
    void aChangeSaysWhichStateItWasMadeFor(String header, int status) throws IOException {
        var answer = http.send("PUT", ID, JSON + header + "\r\n", "{\"name\":\"new\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(http.send("DELETE", ID, header + "\r\n", "").status()).isEqualTo(status == 200 ? 204 : status);
    }

    @Test
    void aLongAnswerIsPackedAndHasATagOfItsOwn() throws IOException {
        var plain = get(LONG_ID);
        var packed = get(LONG_ID, "Accept-Encoding: br, gzip;q=0.8");
        assertThat(packed.header("content-encoding")).contains("gzip");
        assertThat(packed.header("vary").orElseThrow()).contains("Accept-Encoding");
        assertThat(packed.body().length).isLessThan(plain.body().length / 4);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(packed.header("etag")).contains("\"7-gzip\"");
        assertThat(get(LONG_ID, "Accept-Encoding: gzip", "If-None-Match: \"7-gzip\"")
                        .status())
                .isEqualTo(304);
        assertThat(get(LONG_ID, "Accept-Encoding: gzip;q=0").header("content-encoding"))
                .isEmpty();
        assertThat(get(ID, "Accept-Encoding: gzip").header("content-encoding")).isEmpty();
    }

    @Test
    void aPageThatIsForwardedToIsPackedWhole() throws IOException {
        var packed = get("/", "Accept-Encoding: gzip");
        assertThat(packed.header("content-encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(get("/").body());
    }

    @Test
    void aStreamIsPacked() throws IOException {
        var plain = get("/api/v1/tries/stream?lines=500");
        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.text().lines()).hasSize(500);
        var packed = get("/api/v1/tries/stream?lines=500", "Accept-Encoding: gzip");
        assertThat(packed.header("content-encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
    }

    // Patches

    @Test
    void aMergePatchTellsAbsentFromNull() throws IOException {
        var answer = http.send(
                "PATCH",
                ID,
                "Content-Type: application/merge-patch+json\r\nIf-Match: \"7\"\r\n",
                "{\"count\":null,\"tags\":[\"b\",\"c\"],\"ids\":{\"x\":null,\"y\":\"2\"},\"inner\":{\"name\":\"in\"}}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var body = answer.json();
        assertThat(body.at("/name").asString()).isEqualTo("old");
        assertThat(body.at("/count").isNull()).isTrue();
        assertThat(body.at("/tags")).hasSize(2);
        assertThat(body.at("/ids").toString()).isEqualTo("{\"y\":\"2\"}");
        assertThat(body.at("/inner/name").asString()).isEqualTo("in");
        assertThat(body.at("/mood").asString()).isEqualTo("gay");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"nme\":\"x\"} | /nme",
                "{\"name\":null} | /name",
                "{\"name\":\"more than ten letters\"} | /name",
                "{\"count\":\"1\"} | /count",
                "{\"name\":\"\\u0000\"} | /name",
                "{\"inner\":{\"id\":1}} | /inner/id",
                "[] | ``",
                "1 | ``"
            })
    void aPatchIsReadAsStrictlyAsAWholeBody(String patch, String pointer) throws IOException {
        var answer = http.send("PATCH", ID, JSON + "If-Match: \"7\"\r\n", patch);
        assertProblem(answer, 400, "invalid-input");
        assertThat(answer.problem("/errors/0/pointer")).as(answer.text()).isEqualTo(pointer);
    }

    // Sizes

    @Test
    void aBodyIsReadToItsLimitAndNoFurther() throws IOException {
        var text = "Content-Type: text/plain\r\n";
        assertThat(http.send("POST", "/api/v1/tries/small", text, "0123456789").text())
                .isEqualTo("10 bytes");
        assertProblem(http.send("POST", "/api/v1/tries/small", text, "01234567890"), 413, "content-too-large");
        assertProblem(
                http.send(
                        "POST",
                        "/api/v1/tries/small",
                        text + "Transfer-Encoding: chunked\r\n",
                        "b\r\n01234567890\r\n0\r\n\r\n"),
                413,
                "content-too-large");
    }

    @Test
    void jsonOfTwoMebibytesIsReadAndOneByteMoreIsNot() throws IOException {
        var start = "{\"name\":\"a\"";
        var exact = start + " ".repeat(2 * 1024 * 1024 - start.length() - 1) + "}";
        assertThat(post(exact).status()).isEqualTo(201);
        assertProblem(post(exact + " "), 413, "content-too-large");
    }

    @Test
    void aBodyOf60MegabytesIsRefusedBeforeItIsSent() throws IOException {
        assertProblem(
                http.send(RawHttp.request(
                        "POST", "/api/v1/tries", JSON + "Content-Length: 60000000\r\n", new byte[] {'{'})),
                413,
                "content-too-large");
    }

    // Request ids

    @Test
    void aTameRequestIdIsKeptAndAnyOtherReplaced() throws IOException {
        assertThat(get(ID, "X-Request-Id: edit-17/a").header("x-request-id")).contains("edit-17/a");
        assertThat(get(ID, "X-Request-Id: <script>").header("x-request-id").orElseThrow())
                .doesNotContain("<");
        assertThat(get(ID, "X-Request-Id: " + "a".repeat(129))
                        .header("x-request-id")
                        .orElseThrow())
                .hasSize(36);
    }

    // Methods

    @Test
    void headAnswersAsGetWithoutABody() throws IOException {
        var head = http.send("HEAD", ID, "", "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("etag")).contains("\"7\"");
        assertThat(head.body()).isEmpty();
        var missing = http.send("HEAD", "/api/v1/tries/failing/missing", "", "");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("content-type")).contains("application/problem+json");
    }

    /** A page's file is long enough to be compressed: HEAD must not tell the length it has uncompressed. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Accept-Encoding: gzip\r\n"})
    void headTellsOfAFileWhatGetTells(String accepting) throws IOException {
        var get = http.send("GET", "/index.html", accepting, "");
        var head = http.send("HEAD", "/index.html", accepting, "");
        assertThat(head.header("content-encoding")).isEqualTo(get.header("content-encoding"));
        assertThat(head.header("content-length")).isEqualTo(get.header("content-length"));
        assertThat(head.header("etag")).isEqualTo(get.header("etag"));
        assertThat(get.header("content-encoding").isPresent()).isEqualTo(!accepting.isEmpty());
    }

    @Test
    void optionsSaysWhatMayBeDone() throws IOException {
        var options = http.send("OPTIONS", ID, "", "");
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.header("allow").orElseThrow())
                .contains("GET")
                .contains("HEAD")
                .contains("PUT")
                .contains("PATCH")
                .contains("DELETE")
                .contains("OPTIONS");
    }

    // Idempotency

    @Test
    void aRequestWithAKeyIsDoneOnce() throws IOException {
        int before = controller.done.get();
        var first = post("{\"name\":\"once\"}", "Idempotency-Key: k1");
        var second = post("{\"name\":\"once\"}", "Idempotency-Key: k1");
        assertThat(controller.done.get()).isEqualTo(before + 1);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("location")).isEqualTo(first.header("location"));
        assertThat(second.header("etag")).isEqualTo(first.header("etag"));
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("idempotency-replayed")).contains("true");
        assertThat(first.header("idempotency-replayed")).isEmpty();
    }

    @Test
    void aKeyForAnotherRequestIsRefused() throws IOException {
        post("{\"name\":\"one\"}", "Idempotency-Key: k2");
        assertProblem(post("{\"name\":\"other\"}", "Idempotency-Key: k2"), 422, "idempotency-key-reused");
    }

    @Test
    void aFailedRequestLeavesItsKeyFree() throws IOException {
        var failed = post("{\"name\":\"fail\"}", "Idempotency-Key: k3");
        assertProblem(failed, 409, "conflict");
        assertThat(failed.problem("/existing")).isEqualTo("/api/v1/tries/1");
        assertThat(failed.header("link").orElseThrow()).contains("/api/v1/tries/1");
        assertThat(post("{\"name\":\"works\"}", "Idempotency-Key: k3").status()).isEqualTo(201);
    }

    @Test
    void twentyAtOnceWithOneKeyAreDoneOnce() throws Exception {
        int before = controller.done.get();
        var pool = Executors.newFixedThreadPool(20);
        try {
            Callable<Answer> request = () -> post("{\"name\":\"many\"}", "Idempotency-Key: k4");
            var answers = pool.invokeAll(Collections.nCopies(20, request));
            for (var answer : answers) {
                assertThat(answer.get().status()).isEqualTo(201);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(controller.done.get()).isEqualTo(before + 1);
    }

    @Test
    void aKeyThatIsNoneIsRefused() throws IOException {
        for (String key : List.of("", "a b", "x".repeat(256))) {
            assertProblem(post("{\"name\":\"a\"}", "Idempotency-Key: " + key), 400, "invalid-input");
        }
    }
}

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.onrecord.database.ArchiveTest;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The web page over the sample archive, as readers and editors use it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ArchiveTest
@ActiveProfiles("demo")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "org.onrecord.page.Browser#isInstalled", disabledReason = Browser.MISSING)
class WebPageIntegrationTests {

    private static final int CONFLICT = 412;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private String server = "";
    private Browser browser;

    @LocalServerPort
    private int port;

    @BeforeAll
    void openBrowser() {
        server = "http://localhost:" + port;
        browser = new Browser(server);
        browser.dark(false);
        browser.open("/");
        browser.until(() -> found("/articles?q=mussel") > 0 ? true : null, "for search to see the sample archive");
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void atADesk() {
        browser.size(1280, 900);
        browser.dark(false);
        browser.complaints();
    }

    @AfterEach
    void nothingIsComplainedOf() {
        browser.assertNoComplaints(CONFLICT);
    }

    @Test
    void keepsASearchInTheAddress() {
        browser.open("/");
        browser.see("#q").sendKeys("bay", Keys.ENTER);
        browser.seeAddressWith("q=bay");
        browser.see(".item mark", "Bay");
        browser.see(".choice label", "Quotes").click();
        browser.seeAddressWith("show=quotes");
        browser.see(".item-quote");
        browser.back();
        browser.until(() -> browser.address().contains("show=quotes") ? null : true, "to be back");
        browser.see("h2.item-title");
        browser.reload();
        assertThat(browser.see("#q").getDomProperty("value")).isEqualTo("bay");
        browser.see(".item mark", "Bay");
    }

    @Test
    void suggestsPeopleToTheKeyboard() {
        browser.open("/");
        browser.see("#q").sendKeys("Marta Qu");
        browser.see(".suggestions [role=option]", "Marta Quillon");
        browser.type(Keys.ARROW_DOWN);
        browser.see(".suggestions [aria-selected=true]");
        browser.type(Keys.ENTER);
        browser.see(".page-head h1", "Marta Quillon");
        browser.see(".item-quote");
    }

    @Test
    void narrowsByFacetsShownAsChips() {
        browser.open("/");
        browser.click(".facet .chip", "Northern Courier");
        browser.seeAddressWith("outlet=northern-courier");
        browser.click(".chip-set", "Northern Courier");
        browser.until(() -> browser.address().equals("/") ? true : null, "for the filter to be gone");
    }

    @Test
    void choosesDatesOnTheTimelineByKeyboardAndMouse() {
        browser.open("/");
        browser.see(".timeline-handle");
        browser.focus(".timeline-handle");
        browser.type(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        browser.seeAddressWith("from=2026");
        browser.open("/");
        browser.drag(browser.see(".timeline-field"), 0.3, 0.6);
        browser.seeAddressWith("to=2026");
        browser.see(".chip-set", "2026");
    }

    @Test
    void offersWhatIsShownAsFiles() throws Exception {
        browser.open("/?q=ferry");
        browser.see(".about-files a");
        for (WebElement link : browser.all(".about-files a")) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(link.getDomProperty("href")))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(link.getText()).isEqualTo(200);
            assertThat(answer.body()).containsIgnoringCase("ferry");
        }
    }

    @Test
    void saysWhoSpeaksAndWhy() {
        openArticle("timber piles under the quay");
        focusQuote("We found timber piles");
        browser.see(".panel-title", "Tobias Renwick");
        assertThat(browser.text(browser.see(".facts"))).contains("Cue", "said", "Confidence", "Why");
        String place = browser.text(browser.see(".panel-head .fine"));
        browser.type(Keys.ARROW_DOWN);
        browser.until(
                () -> browser.text(browser.see(".panel-head .fine")).equals(place) ? null : true, "for the next quote");
        browser.type(Keys.ESCAPE);
        browser.see(".panel-title", "Who speaks");
    }

    @Test
    void showsAQuoteWhileThePointerIsOverIt() {
        openArticle("colony of four thousand kittiwakes");
        browser.hover(browser.see("[data-quote]", "The birds fly"));
        browser.see(".panel-title", "Ines Varga");
    }

    @Test
    void confirmsAndRejectsByKeyboard() throws Exception {
        openArticle("two kilometres of copper cable");
        String id = articleId();
        browser.focus("[data-handle='0']");
        browser.type("c");
        browser.see(".handle-confirmed");
        assertThat(get("/articles/" + id + "/quotes").at("/results/0/status").asString())
                .isEqualTo("confirmed");
        browser.focus("[data-handle='1']");
        browser.type("x");
        browser.see(".handle-rejected");
        assertThat(get("/articles/" + id + "/quotes").at("/results/1/status").asString())
                .isEqualTo("rejected");
    }

    @Test
    void explainsAConflictAndLosesNothing() throws Exception {
        openArticle("four hundred hectares");
        JsonNode quote = get("/articles/" + articleId() + "/quotes").at("/results/0");
        browser.focus("[data-handle='0']");
        browser.type("e");
        retype("#speaker", "The chairman");
        patch("/quotes/" + quote.at("/id").asString(), Map.of("status", "confirmed"));
        browser.type(Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.see(".panel-note", "Somebody else changed this quote");
        assertThat(browser.see("#speaker").getDomProperty("value")).isEqualTo("The chairman");
        browser.see(".panel-note .button-main").click();
        browser.see(".panel-title", "The chairman");
        assertThat(get("/quotes/" + quote.at("/id").asString())
                        .at("/speaker/name")
                        .asString())
                .isEqualTo("The chairman");
    }

    @Test
    void takesAMissedQuoteFromSelectedWords() throws Exception {
        openArticle("farmed above Carrow Bay");
        browser.run("""
                const body = document.querySelector('.body');
                const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
                for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                  const at = node.data.indexOf('overflowed nineteen times');
                  if (at >= 0) {
                    getSelection().setBaseAndExtent(node, at, node, at + 'overflowed nineteen times'.length);
                  }
                }
                """);
        browser.see(".bubble").click();
        browser.see("#speaker").sendKeys("The town’s log");
        browser.type(Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.see(".panel .words", "overflowed nineteen times");
        assertThat(get("/articles/" + articleId() + "/quotes").toString())
                .contains("\"content\":\"overflowed nineteen times\"", "\"status\":\"added\"");
    }

    @Test
    void copiesAQuoteWithItsCitationAndFollowsItsLink() {
        openArticle("It tastes of iron");
        focusQuote("It tastes of iron");
        browser.type("y");
        browser.see(".panel-note");
        String copied = browser.runLater("navigator.clipboard.readText().then(done, failed => done(String(failed)))");
        assertThat(copied)
                .contains(
                        "It tastes of iron",
                        "marine biologist",
                        "Field & Fold",
                        "3 September 2026",
                        "#quote-",
                        ":~:text=");
        String link = copied.lines().reduce((first, last) -> last).orElseThrow();
        browser.open("/new");
        browser.open(link.substring(server.length()));
        browser.see("[data-quote].is-chosen", "It tastes of iron");
    }

    @Test
    void showsWhatChangedBetweenVersions() {
        openArticle("suspended on full pay");
        browser.see(".story-tools button", "2 versions").click();
        browser.see(".versions input[value='1']").click();
        browser.see(".body-changes ins", "suspended");
        browser.see(".body-changes del");
    }

    @Test
    void showsWhatCleaningLeftOut() {
        openArticle("timber piles under the quay");
        browser.see(".story-tools button", "left out").click();
        browser.see(".removed", "newsletter");
    }

    @Test
    void renamesAndKeepsTheFormerNameAsAnAlias() throws Exception {
        browser.open("/entities/" + entityId("Bruno Castellane"));
        browser.see(".page-head button", "Edit").click();
        retype("#field-name", "Bruno Castellane the Elder");
        browser.see("#field-aliases").sendKeys("Il Cappello");
        browser.see(".dialog .button-main").click();
        browser.see(".page-head h1", "Bruno Castellane the Elder");
        assertThat(browser.text(browser.see(".entity-aliases"))).contains("Il Cappello", "Bruno Castellane");
    }

    @Test
    void analysesWhatIsPastedBeforeItIsKept() {
        browser.open("/new");
        browser.see("#pasted")
                .sendKeys("Bell found in the harbour mud\n\n“It still rings,” said Odile Marchetti, a teacher.\n\n"
                        + "The bell is dated 1703.");
        browser.see(".preview .body [data-quote]", "It still rings");
        browser.see(".preview .panel", "Odile Marchetti");
        browser.open("/");
        browser.see(".item");
        browser.open("/new");
        assertThat(browser.see("#pasted").getDomProperty("value")).startsWith("Bell found");
        browser.see("#outlet").sendKeys("The Harbour Gazette", Keys.ESCAPE);
        browser.see(".paste .button-main").click();
        browser.see(".story-head h1", "Bell found in the harbour mud");
        browser.see(".story-head .kicker", "The Harbour Gazette");
    }

    @Test
    void hasNoBarriers() throws Exception {
        String person = entityId("Ines Varga");
        for (boolean dark : List.of(false, true)) {
            browser.dark(dark);
            assertNoBarriers("/?q=bay", ".item mark");
            assertNoBarriers("/?show=quotes", ".item-quote");
            assertNoBarriers("/entities/" + person, ".item");
            assertNoBarriers("/new", "#pasted");
            openArticle("timber piles under the quay");
            browser.focus("[data-handle='0']");
            assertThat(browser.barriers()).as("article").isEmpty();
            browser.type("e");
            browser.see(".quote-form");
            assertThat(browser.barriers()).as("quote form").isEmpty();
            browser.type(Keys.ESCAPE);
            browser.size(390, 844);
            assertNoBarriers("/", ".item");
            browser.size(1280, 900);
        }
    }

    private void assertNoBarriers(String path, String ready) {
        browser.open(path);
        browser.see(ready);
        assertThat(browser.barriers()).as(path).isEmpty();
    }

    @Test
    void fitsAPhone() {
        browser.size(360, 740);
        for (String path : List.of("/", "/new", "/?show=quotes&q=bay")) {
            browser.open(path);
            browser.see("h1, .item, #pasted");
            long wider = browser.run("return document.documentElement.scrollWidth - innerWidth");
            assertThat(wider).as(path + " is wider than the screen").isLessThanOrEqualTo(0);
        }
    }

    /** What a browser without anything in its cache would have to fetch before it shows the first results. */
    @Test
    void isLightAtFirstSight() throws Exception {
        browser.open("/");
        browser.see(".item");
        List<String> parts = browser.run("""
                return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
                  .map(each => each.name).filter(each => !each.includes('/api/'));
                """);
        assertThat(parts).hasSizeGreaterThan(3);
        long bytes = 0;
        for (String part : parts) {
            HttpRequest fetch = HttpRequest.newBuilder(URI.create(part))
                    .header("Accept-Encoding", "gzip")
                    .build();
            bytes += http.send(fetch, BodyHandlers.ofByteArray()).body().length;
        }
        assertThat(bytes).isBetween(10_000L, 150_000L);
    }

    @Test
    void countsCodePointsAsTheArchiveDoes() {
        boolean right = browser.runLater("""
                import('/js/text.js').then(({ CountedText }) => {
                  const texts = ['', 'plain', '😀', 'a😀b😀😀c', '😀😀', 'é𝒳z'];
                  done(texts.every(text => {
                    const counted = new CountedText(text);
                    const points = [...text];
                    return counted.length === points.length && [...points, ''].every((_, i) => {
                      const units = points.slice(0, i).join('').length;
                      return counted.toUnits(i) === units && counted.toCodePoints(units) === i;
                    });
                  }));
                });
                """);
        assertThat(right).isTrue();
    }

    @Test
    void neverRunsWhatIsWrittenInAnArticle() throws Exception {
        List<String> payloads = Payloads.all();
        assertThat(payloads).hasSizeGreaterThanOrEqualTo(100);
        String body = payloads.stream()
                .map(payload -> "“" + payload + "” said " + payload + ".")
                .collect(Collectors.joining("\n\n"));
        String hostile = post(
                        "/articles?clean=false",
                        Map.of(
                                "headline",
                                payloads.get(0),
                                "body",
                                body,
                                "byline",
                                payloads.get(1),
                                "standfirst",
                                payloads.get(2),
                                "section",
                                payloads.get(3),
                                "tags",
                                List.of("<img src=x onerror=alert(1)>"),
                                "url",
                                "https://hostile.example/?%22%3E%3Cscript%3Ealert(1)%3C/script%3E"))
                .at("/id")
                .asString();
        JsonNode quote = get("/articles/" + hostile + "/quotes").at("/results/0");
        if (quote.isObject()) {
            patch("/quotes/" + quote.at("/id").asString(), Map.of("speaker", Map.of("name", payloads.get(5))));
        }
        browser.run("sessionStorage.clear()");
        browser.open("/articles/" + hostile);
        browser.see(".body p");
        assertNothingRan();
        for (int i = 0; i < payloads.size(); i++) {
            String payload = payloads.get(i);
            String id = post(
                            "/articles",
                            Map.of(
                                    "headline",
                                    payload,
                                    "body",
                                    "Pasted " + i + " by a stranger.",
                                    "section",
                                    "Hostile"))
                    .at("/id")
                    .asString();
            if (i % 25 == 0) {
                browser.open("/articles/" + id);
                browser.see(".story-head h1");
                assertNothingRan();
            }
        }
        browser.until(
                () -> found("/articles?section=Hostile") >= payloads.size() ? true : null, "for search to see them");
        String entity = post(
                        "/entities",
                        Map.of(
                                "type",
                                "person",
                                "name",
                                "<img src=x onerror=alert(1)> Body",
                                "aliases",
                                payloads.subList(10, 40).stream()
                                        .map(each -> each + " x")
                                        .toList(),
                                "description",
                                payloads.get(4)))
                .at("/id")
                .asString();
        browser.open("/entities/" + entity);
        browser.see(".page-head h1", "<img src=x");
        assertNothingRan();
        browser.open("/?section=Hostile");
        browser.until(
                () -> {
                    browser.run("scrollTo(0, document.body.scrollHeight)");
                    return browser.all(".item").size() >= payloads.size() ? true : null;
                },
                "for all of them to be listed");
        assertNothingRan();
        browser.open("/?q=script+OR+alert");
        browser.see(".item");
        assertNothingRan();
        long links = browser.runLater("""
                import('/js/dom.js').then(({ webLink }) => done(arguments[0]
                  .filter(each => !['http:', 'https:', ':', undefined].includes(webLink(each, 'x').protocol)).length));
                """, payloads);
        assertThat(links).as("links to anything but the web").isZero();
    }

    private void assertNothingRan() {
        boolean ran = browser.run(
                "return Boolean(window.ran) || document.querySelector('main script, main img, main iframe, main [onerror], main [onload]') !== null");
        assertThat(ran)
                .as("markup or script of an article on " + browser.address())
                .isFalse();
        browser.assertNoComplaints();
    }

    @Test
    void staysSmoothWithManyQuotes() throws Exception {
        String body = IntStream.range(0, 500)
                .mapToObj(i -> "“The count of the day stands at number " + i
                        + " and it will stand there until somebody counts again,” said Ruth Adeyemi, who has counted "
                        + "boats, birds and barrels on the mole for the best part of a long life.")
                .collect(Collectors.joining("\n\n"));
        assertThat(body.length()).isGreaterThan(90_000);
        String id = post("/articles", Map.of("headline", "Five hundred counts", "body", body))
                .at("/id")
                .asString();
        browser.open("/articles/" + id);
        browser.see(".body p");
        assertThat(browser.all("[data-handle]").size()).isGreaterThan(300);
        browser.focus("[data-handle='0']");
        Number each = browser.run("""
                const start = performance.now();
                for (let i = 0; i < 20; i++) {
                  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }));
                }
                return (performance.now() - start) / 20;
                """);
        // A frame is 16 ms; machines that build and test at once get some more.
        assertThat(each.doubleValue()).isLessThan(100);
    }

    private void openArticle(String words) {
        JsonNode found =
                unchecked("/articles?limit=1&q=" + URLEncoder.encode('"' + words + '"', StandardCharsets.UTF_8));
        browser.open("/articles/" + found.at("/results/0/id").asString());
        browser.see(".body p");
    }

    private void retype(String field, String words) {
        WebElement input = browser.see(field);
        input.clear();
        input.sendKeys(words);
    }

    /** Gives the ring behind these words the focus. */
    private void focusQuote(String words) {
        browser.see("[data-quote]", words);
        browser.run("""
                const quote = [...document.querySelectorAll('[data-quote]')].find(each => each.textContent.includes(arguments[0]));
                document.querySelector(`[data-handle="${quote.dataset.quote}"]`).focus();
                """, words);
    }

    private String articleId() {
        return browser.address().substring("/articles/".length()).substring(0, 36);
    }

    private String entityId(String name) throws Exception {
        return get("/suggest?q=" + name.replace(" ", "%20")).at("/results/0/id").asString();
    }

    private long found(String path) {
        return unchecked(path).at("/total").asLong();
    }

    private JsonNode unchecked(String path) {
        try {
            return get(path);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private JsonNode get(String path) throws Exception {
        return send(request(path).build()).body;
    }

    private JsonNode post(String path, Map<String, ?> body) throws Exception {
        Answer answer = send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
        assertThat(answer.status).as("%s", answer.body).isEqualTo(201);
        return answer.body;
    }

    private void patch(String path, Map<String, ?> change) throws Exception {
        HttpResponse<String> before = http.send(request(path).build(), BodyHandlers.ofString());
        Answer answer = send(request(path)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", before.headers().firstValue("ETag").orElseThrow())
                .method("PATCH", BodyPublishers.ofString(json.writeValueAsString(change)))
                .build());
        assertThat(answer.status).as("%s", answer.body).isEqualTo(200);
    }

    private record Answer(int status, JsonNode body) {}

    private Answer send(HttpRequest request) throws Exception {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), json.readTree(answer.body()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + "/api/v1" + path));
    }
}

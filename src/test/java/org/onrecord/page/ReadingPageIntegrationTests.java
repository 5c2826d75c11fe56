package org.onrecord.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.test.context.ActiveProfiles;

/** The web page over the sample archive, as readers use it. */
@ActiveProfiles("demo")
@EnabledIf(value = "org.onrecord.page.Browser#isInstalled", disabledReason = Browser.MISSING)
class ReadingPageIntegrationTests extends PageTest {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    /** What a first view may weigh, in bytes. */
    private static final long LIGHT = 150_000;

    @BeforeAll
    void findTheSamples() {
        browser.until(() -> found("/articles?q=mussel") > 0 ? true : null, "for search to see the sample archive");
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
        browser.forward();
        browser.seeAddressWith("show=quotes");
        browser.see(".item-quote");
        browser.back();
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
    void leavesAValueOutByMouseAndByKeyboard() {
        browser.open("/");
        browser.hover(browser.see(".facet-value", "Northern Courier"));
        browser.see(".chip-without[aria-label='Leave out Northern Courier']").click();
        browser.seeAddressWith("not.outlet=northern-courier");
        browser.see(".chip-set", "Not outlet: Northern Courier");
        browser.see(".item");
        assertThat(browser.all(".item .kicker"))
                .noneMatch(each -> browser.text(each).contains("Northern Courier"));
        browser.focus(".chip-without[aria-label='Leave out Meridian Wire']");
        browser.type(Keys.ENTER);
        browser.seeAddressWith("not.outlet=meridian-wire");
    }

    @Test
    void opensASharedSearchWithEverythingChosenInIt() {
        String speaker = entityId("Ines Varga");
        browser.open("/?q=bay&show=quotes&speaker=" + speaker + "&not.kind=indirect&from=2026-01-01&to=2026-07-01");
        browser.see(".chip-set", "Speaker: Ines Varga");
        browser.see(".chip-set", "Not kind of quote: Reported");
        browser.see(".chip-set", "1 January 2026 – 30 June 2026");
        browser.see(".item-quote .speaker", "Ines Varga");
        assertThat(value("#q")).isEqualTo("bay");
    }

    @Test
    void comesBackToWhereTheReaderWas() {
        browser.open("/");
        browser.until(
                () -> {
                    browser.run("scrollTo(0, document.body.scrollHeight)");
                    return browser.all(".item").size() > 20 ? true : null;
                },
                "for the list to go on");
        browser.run("document.querySelectorAll('.item')[22].scrollIntoView()");
        double before = browser.<Number>run("return scrollY").doubleValue();
        browser.run("document.querySelectorAll('.item a')[22].click()");
        browser.see(".body p");
        assertThat(browser.<Number>run("return scrollY").doubleValue()).isZero();
        browser.back();
        browser.until(
                () -> Math.abs(browser.<Number>run("return scrollY").doubleValue() - before) < 5 ? true : null,
                "to be at " + before + " again");
        assertThat(browser.all(".item").size()).isGreaterThan(22);
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
        browser.focus(".timeline-handle");
        browser.type(Keys.ESCAPE);
        browser.until(() -> browser.address().equals("/") ? true : null, "for all dates to be back");
    }

    @Test
    void saysWhereASearchCannotBeRead() {
        browser.open("/?q=%28bay");
        browser.see(".state", "At character 1");
        assertThat(browser.see("#q").getDomAttribute("aria-invalid")).isEqualTo("true");
        assertNoBarriers("a search that cannot be read");
        retype("#q", "bay");
        browser.type(Keys.ENTER);
        browser.see(".item mark", "Bay");
        assertThat(browser.see("#q").getDomAttribute("aria-invalid")).isEqualTo("false");
        browser.assertNoComplaints(BAD_REQUEST);
    }

    @Test
    void saysSoWhereNothingIsFound() {
        browser.open("/?q=zeppelin&outlet=field-and-fold");
        browser.see(".state", "Nothing found for “zeppelin”");
        assertNoBarriers("an empty list");
        browser.open("/articles/01a20000-0000-7000-8000-000000000000");
        browser.see("h1", "There is no such article");
        browser.open("/entities/01a20000-0000-7000-8000-000000000000");
        browser.see("h1", "There is nobody and nothing at this address");
        browser.open("/articles/unheard-of");
        browser.see("h1", "There is nothing at this address");
        browser.assertNoComplaints(NOT_FOUND);
    }

    @Test
    void triesAgainWhenTheArchiveCanBeReachedAgain() {
        browser.open("/");
        browser.see(".item");
        browser.offline(true);
        try {
            browser.see(".choice label", "Quotes").click();
            browser.see(".state-problem", "cannot be reached");
        } finally {
            browser.offline(false);
        }
        browser.see(".state-problem .button", "Try again").click();
        browser.see(".item-quote");
        assertThat(browser.complaints()).allMatch(each -> each.contains("ERR_INTERNET_DISCONNECTED"));
    }

    @Test
    void showsNamesOfAnyLengthAndDirection() {
        browser.size(360, 740);
        for (String name : List.of("آمنة بنت سالم الحربي", "Wolfeschlegelsteinhausenbergerdorff".repeat(6))) {
            String id = post("/entities", Map.of("type", "person", "name", name, "aliases", List.of("A. " + name)))
                    .at("/id")
                    .asString();
            browser.open("/entities/" + id);
            WebElement heading = browser.see(".page-head h1", name);
            boolean arabic = name.startsWith("آ");
            assertThat(heading.getCssValue("direction")).isEqualTo(arabic ? "rtl" : "ltr");
            assertFits(name);
        }
    }

    @Test
    void showsAnArticleWithoutQuotes() {
        browser.open("/articles/" + taken("Tide table", "High water is at six in the morning and at half past six."));
        browser.see(".panel-title", "No quotes found");
        browser.see(".body p", "High water");
        assertNoBarriers("an article without quotes");
    }

    @Test
    void doesNotCountRejectedQuotesAsSaid() {
        String id = taken("Two voices", "“The rope is wet,” said Ada Lind.\n\n“The rope is dry,” said Bo Munk.");
        String quote = get("/articles/" + id + "/quotes").at("/results/1/id").asString();
        patch("/quotes/" + quote, Map.of("status", "rejected"));
        browser.open("/articles/" + id + "#quote-" + quote);
        browser.see(".quote.is-rejected.is-chosen", "The rope is dry");
        browser.see(".facts", "Rejected");
        browser.type(Keys.ESCAPE);
        browser.see(".speakers", "Ada Lind");
        assertThat(browser.text(browser.see(".speakers"))).doesNotContain("Bo Munk");
    }

    @Test
    void goesFromPersonToPersonByTheirCompany() {
        browser.open("/entities/" + entityId("Ines Varga"));
        browser.see(".entity-tools label", "Said of them").click();
        browser.seeAddressWith("list=about");
        browser.see(".bars a", "Anders Holm").click();
        browser.see(".page-head h1", "Anders Holm");
        browser.see(".entity-tools input[type=search]").sendKeys("bay");
        browser.seeAddressWith("q=bay");
        browser.see(".item-quote mark", "bay");
    }

    @Test
    void offersWhatIsShownAsFiles() {
        browser.open("/?q=ferry");
        browser.see(".about-files a");
        for (WebElement link : browser.all(".about-files a")) {
            var file = answer(HttpRequest.newBuilder(URI.create(String.valueOf(link.getDomProperty("href")))));
            assertThat(file.statusCode()).as(link.getText()).isEqualTo(200);
            assertThat(new String(file.body(), UTF_8)).containsIgnoringCase("ferry");
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
    void hasNoBarriers() {
        assertNoBarriersAnywhere();
    }

    @Test
    void hasNoBarriersInTheDark() {
        browser.dark(true);
        assertNoBarriersAnywhere();
    }

    @Test
    void hasNoBarriersOnAPhone() {
        browser.size(390, 844);
        assertNoBarriersAnywhere();
    }

    private void assertNoBarriersAnywhere() {
        assertNoBarriersAt("/?q=bay&not.outlet=field-and-fold", ".item mark");
        browser.see("#q").sendKeys("\b\b\bines va");
        browser.see(".suggestions [role=option]");
        assertNoBarriers("suggestions");
        assertNoBarriersAt("/?show=quotes", ".item-quote");
        assertNoBarriersAt("/entities/" + entityId("Ines Varga"), ".item");
        browser.see(".page-head button", "Edit").click();
        browser.see("dialog");
        assertNoBarriers("the dialog of a name");
        assertNoBarriersAt("/new", "#pasted");
        openArticle("suspended on full pay");
        browser.see(".story-tools button", "versions").click();
        browser.see(".versions input[value='1']").click();
        browser.see(".body-changes ins");
        assertNoBarriers("versions");
        openArticle("timber piles under the quay");
        browser.see(".story-tools button", "left out").click();
        browser.see(".removed");
        browser.focus("[data-handle='0']");
        browser.see(".facts");
        assertNoBarriers("a quote");
        browser.type("e");
        browser.see(".quote-form");
        assertNoBarriers("the form of a quote");
        browser.type(Keys.ESCAPE);
        browser.see(".story-tools button", "Edit").click();
        browser.see("dialog");
        assertNoBarriers("the dialog of an article");
    }

    private void assertNoBarriersAt(String path, String ready) {
        browser.open(path);
        browser.see(ready);
        assertNoBarriers(path);
    }

    @Test
    void fitsAPhone() {
        browser.size(360, 740);
        for (String path : List.of("/", "/new", "/?show=quotes&q=bay")) {
            browser.open(path);
            browser.see("h1, .item, #pasted");
            assertFits(path);
        }
    }

    private void assertFits(String what) {
        long wider = browser.run("return document.documentElement.scrollWidth - innerWidth");
        assertThat(wider).as(what + " is wider than the screen").isLessThanOrEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?q=bay&show=quotes"})
    void isLightAtFirstSight(String first) {
        browser.open(first);
        browser.see(".item");
        browser.see(".timeline");
        assertThat(weight()).as("bytes a browser without a cache fetches").isBetween(10_000L, LIGHT);
    }

    @Test
    void hasAnIconForBareAnswersToo() {
        var icon = answer(HttpRequest.newBuilder(URI.create(server + "/favicon.ico")));
        assertThat(icon.statusCode()).isEqualTo(200);
        assertThat(icon.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/");
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
    void staysSmoothInALongArticle() {
        assertThat(LongArticle.BODY.length()).isGreaterThan(100_000);
        browser.open("/articles/" + taken("Five hundred counts", LongArticle.BODY));
        browser.see(".body p");
        assertThat(browser.all("[data-handle]")).hasSize(LongArticle.QUOTES);
        browser.focus("[data-handle='0']");
        List<Double> steps = Stream.generate(
                        () -> browser.<Number>run(LongArticle.STEP).doubleValue())
                .limit(20)
                .sorted()
                .toList();
        // A frame is 16 ms; machines that build and test at once get some more.
        assertThat(steps.get(10)).isLessThan(100);
    }
}

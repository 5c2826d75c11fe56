package org.onrecord.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;

/** The web page over the sample archive, as editors use it. */
@ActiveProfiles("demo")
@EnabledIf(value = "org.onrecord.page.Browser#isInstalled", disabledReason = Browser.MISSING)
class EditingPageIntegrationTests extends PageTest {

    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int STALE = 412;

    private int towers;

    @BeforeAll
    void findTheSamples() {
        browser.until(() -> found("/articles?q=mussel") > 0 ? true : null, "for search to see the sample archive");
    }

    @Test
    void confirmsAndRejectsByKeyboard() {
        openArticle("two kilometres of copper cable");
        browser.focus("[data-handle='0']");
        browser.type("c");
        browser.see(".handle-confirmed");
        browser.focus("[data-handle='1']");
        browser.type("x");
        browser.see(".handle-rejected");
        browser.see(".quote.is-rejected");
        assertThat(quotes(articleId()).at("/0/status").asString()).isEqualTo("confirmed");
        assertThat(quotes(articleId()).at("/1/status").asString()).isEqualTo("rejected");
    }

    @Test
    void confirmsByMouse() {
        browser.open("/articles/" + tower());
        browser.see("[data-quote]", "It rings").click();
        browser.click(".panel .button", "Confirm");
        browser.see(".handle-confirmed");
        assertThat(quotes(articleId()).at("/0/status").asString()).isEqualTo("confirmed");
    }

    @Test
    void doesNotDecideWhatSomebodyElseChanged() {
        browser.open("/articles/" + tower());
        focusQuote("It rings");
        patch("/quotes/" + quotes(articleId()).at("/0/id").asString(), Map.of("speaker", Map.of("name", "The sexton")));
        browser.type("c");
        browser.see(".panel-note", "Somebody changed this quote");
        browser.see(".panel-title", "The sexton");
        assertThat(quotes(articleId()).at("/0/status").asString()).isEqualTo("edited");
    }

    @Test
    void movesTheEndOfAQuoteByWordWithTheKeyboard() {
        correctTheTowersQuote();
        browser.focus("[aria-label='End one word earlier']");
        browser.type(Keys.ENTER, Keys.ENTER);
        browser.see("#status", "Ends with nobody");
        browser.type(SAVE);
        browser.see(".handle-edited");
        assertThat(quotes(articleId()).at("/0/content").asString()).isEqualTo("It rings when it wants to and nobody");
    }

    @Test
    void movesTheStartOfAQuoteByWordWithTheMouse() {
        correctTheTowersQuote();
        browser.click("[aria-label='Start one word later']");
        browser.click("[aria-label='Start one word later']");
        browser.click("[aria-label='Start one word earlier']");
        browser.see(".segment-text", "rings when");
        browser.see(".quote-form .button-main").click();
        browser.see(".handle-edited");
        assertThat(quotes(articleId()).at("/0/content").asString()).startsWith("rings when it wants to");
    }

    @Test
    void takesTheWordsOfAQuoteFromTheSelection() {
        correctTheTowersQuote();
        browser.select("nobody asks it");
        browser.see(".segment .plain", "Use selection").click();
        browser.see(".segment-text", "nobody asks it");
        browser.see(".quote-form .button-main").click();
        browser.see(".handle-edited");
        assertThat(quotes(articleId()).at("/0/content").asString()).isEqualTo("nobody asks it");
    }

    @Test
    void explainsAConflictOverAQuoteAndLosesNothing() {
        correctTheTowersQuote();
        String quote = "/quotes/" + quotes(articleId()).at("/0/id").asString();
        retype("#speaker", "The bell-ringer");
        patch(quote, Map.of("status", "confirmed"));
        browser.type(SAVE);
        browser.see(".panel-note", "Somebody else changed this quote");
        assertThat(value("#speaker")).isEqualTo("The bell-ringer");
        browser.see(".panel-note .button-main").click();
        browser.see(".panel-title", "The bell-ringer");
        assertThat(get(quote).at("/speaker/name").asString()).isEqualTo("The bell-ringer");
        browser.assertNoComplaints(STALE);
    }

    @Test
    void takesAMissedQuoteFromSelectedWords() {
        openArticle("farmed above Carrow Bay");
        browser.select("overflowed nineteen times");
        browser.see(".bubble").click();
        browser.see("#speaker").sendKeys("The town’s log");
        browser.type(SAVE);
        browser.see(".panel .words", "overflowed nineteen times");
        assertThat(quotes(articleId()).toString())
                .contains("\"content\":\"overflowed nineteen times\"", "\"status\":\"added\"");
    }

    @Test
    void takesAMissedQuoteFromTypedWords() {
        browser.open("/articles/" + tower());
        browser.click(".panel .button", "Add a missed quote");
        browser.see("#find-words").sendKeys("cast in 1703", Keys.ENTER);
        browser.see(".segment-text", "cast in 1703");
        browser.type(SAVE);
        browser.see(".handle-added");
        assertThat(quotes(articleId()).toString()).contains("\"content\":\"cast in 1703\"");
    }

    @Test
    void asksBeforeAnUnsavedQuoteIsLeft() {
        browser.open("/");
        browser.see(".item");
        browser.run("document.querySelector('.item a').click()");
        browser.see(".body p");
        browser.focus("[data-handle='0']");
        browser.type("e");
        retype("#speaker", "Somebody");
        browser.back();
        browser.refuse();
        assertThat(value("#speaker")).isEqualTo("Somebody");
        browser.click(".wordmark");
        browser.accept();
        browser.see(".item");
    }

    @Test
    void copiesAQuoteWithItsCitationAndFollowsItsLink() {
        openArticle("It tastes of iron");
        focusQuote("It tastes of iron");
        browser.type("y");
        browser.see(".panel-note");
        List<String> copied = browser.clipboard().lines().toList();
        assertThat(copied).hasSize(4);
        assertThat(copied.get(0)).contains("It tastes of iron", " — ", "marine biologist");
        assertThat(copied.get(1)).contains("Field & Fold", "3 September 2026");
        assertThat(copied.get(2)).startsWith("https://").contains("#:~:text=It%20tastes%20of%20iron");
        assertThat(copied.get(3)).contains("#quote-", ":~:text=It%20tastes%20of%20iron");
        browser.open("/new");
        browser.open(copied.get(3).substring(server.length()));
        browser.see("[data-quote].is-chosen", "It tastes of iron");
    }

    @Test
    void renamesAndKeepsTheFormerNameAsAnAlias() {
        browser.open("/entities/" + entityId("Bruno Castellane"));
        browser.see(".page-head button", "Edit").click();
        retype("#field-name", "Bruno Castellane the Elder");
        browser.see("#field-aliases").sendKeys("Il Cappello");
        browser.see(".dialog .button-main").click();
        browser.see(".page-head h1", "Bruno Castellane the Elder");
        assertThat(browser.text(browser.see(".entity-aliases"))).contains("Il Cappello", "Bruno Castellane");
        browser.see("#q, .wordmark").click();
        browser.see("#q").sendKeys("Il Capp");
        browser.see(".suggestions [role=option]", "Bruno Castellane the Elder");
    }

    @Test
    void explainsAConflictOverANameAndLosesNothing() {
        String person = "/entities/" + somebody("Runa Alsted");
        browser.open(person);
        browser.see(".page-head button", "Edit").click();
        retype("#field-description", "Keeper of the tide bell");
        patch(person, Map.of("description", "Bell-ringer", "aliases", List.of("The ringer")));
        browser.see(".dialog .button-main").click();
        browser.see(".dialog .panel-note", "Bell-ringer");
        assertThat(value("#field-description")).isEqualTo("Keeper of the tide bell");
        assertThat(value("#field-aliases"))
                .as("what they changed and this reader did not")
                .isEqualTo("The ringer");
        assertNoBarriers("a dialog with a conflict");
        assertThat(get(person).at("/description").asString()).isEqualTo("Bell-ringer");
        browser.see(".dialog .button-main").click();
        browser.see(".page-head .standfirst", "Keeper of the tide bell");
        assertThat(get(person).at("/description").asString()).isEqualTo("Keeper of the tide bell");
        browser.assertNoComplaints(STALE);
    }

    @Test
    void explainsAConflictOverAnArticleAndLosesNothing() {
        String article = "/articles/" + tower();
        browser.open(article);
        browser.see(".story-tools button", "Edit").click();
        browser.see("#field-standfirst").sendKeys("Nobody pulls the rope");
        patch(article, Map.of("headline", "The tide bell rang three times", "standfirst", "Three times before dawn"));
        browser.see(".dialog .button-main").click();
        browser.see(".dialog .panel-note", "Three times before dawn");
        assertThat(value("#field-standfirst")).isEqualTo("Nobody pulls the rope");
        assertThat(value("#field-headline")).isEqualTo("The tide bell rang three times");
        browser.see(".dialog .panel-note .plain", "Take theirs").click();
        assertThat(value("#field-standfirst")).isEqualTo("Three times before dawn");
        retype("#field-byline", "Ada Lind");
        browser.see(".dialog .button-main").click();
        browser.see(".byline", "Ada Lind");
        assertThat(get(article).at("/standfirst").asString()).isEqualTo("Three times before dawn");
        browser.assertNoComplaints(STALE);
    }

    @Test
    void goingBackWithADialogOpenThrowsNothingAway() {
        browser.open("/");
        browser.see(".item");
        browser.run("document.querySelector('.item a').click()");
        browser.see(".story-tools button", "Edit").click();
        retype("#field-byline", "Half a na");
        browser.back();
        browser.refuse();
        assertThat(value("#field-byline")).isEqualTo("Half a na");
        browser.back();
        browser.accept();
        browser.see(".item");
        assertThat(browser.all("dialog")).isEmpty();
    }

    @Test
    void makesTwoNamesOneAndTakesItBack() {
        String one = somebody("Ottilie Brandt");
        String other = somebody("O. V. Brandt-Aalto");
        browser.open("/entities/" + one);
        browser.see(".page-head button", "Same as").click();
        browser.see("#same-as").sendKeys("Brandt-Aalto");
        browser.see("dialog .suggestions [role=option]", "O. V. Brandt-Aalto");
        assertNoBarriers("the dialog for a merge");
        browser.type(Keys.ARROW_DOWN, Keys.ENTER);
        browser.click("dialog .button-main");
        browser.see(".page-head h1", "O. V. Brandt-Aalto");
        assertThat(browser.text(browser.see(".entity-aliases"))).contains("Ottilie Brandt");
        browser.see(".notice button", "Take it back").click();
        browser.see(".page-head h1", "Ottilie Brandt");
        assertThat(get("/entities/" + other).at("/names").toString()).doesNotContain("Ottilie");
    }

    @Test
    void leadsFromAMergedNameToTheOneThatStandsForBoth() {
        String one = somebody("Harald Ness");
        String other = somebody("Harald Ness the Younger");
        post("/entities/" + one + "/merge", Map.of("into", other), 200);
        browser.open("/entities/" + one + "?list=articles");
        browser.see(".page-head h1", "Harald Ness the Younger");
        browser.seeAddressWith("/entities/" + other + "?list=articles");
    }

    @Test
    void analysesWhatIsPastedBeforeItIsKept() {
        browser.run("sessionStorage.clear()");
        browser.open("/new");
        browser.see("#pasted")
                .sendKeys("Bell found in the harbour mud\n\n“It still rings,” said Odile Marchetti, a teacher.\n\n"
                        + "The bell is dated 1703.");
        browser.see(".preview .body [data-quote]", "It still rings");
        browser.see(".preview .panel", "Odile Marchetti");
        assertNoBarriers("a preview");
        browser.open("/");
        browser.see(".item");
        browser.open("/new");
        assertThat(value("#pasted")).startsWith("Bell found");
        browser.see("#outlet").sendKeys("The Harbour Gazette", Keys.ESCAPE);
        browser.see(".paste .button-main").click();
        browser.see(".story-head h1", "Bell found in the harbour mud");
        browser.see(".story-head .kicker", "The Harbour Gazette");
    }

    @Test
    void keepsWhatWasPastedWhereItConflictsWithWhatIsThere() {
        String there = get("/articles/by-url?url=" + encoded("https://gazette.example/city/ferry-terminal-delay"))
                .at("/id")
                .asString();
        browser.run("sessionStorage.clear()");
        browser.open("/new");
        browser.see("#pasted").sendKeys("A terminal of another kind\n\nIt opened early.");
        browser.see("#url").sendKeys("https://gazette.example/city/ferry-terminal-delay");
        browser.see("#outlet").sendKeys("Field & Fold", Keys.ESCAPE);
        browser.see(".preview .body", "It opened early");
        browser.type(SAVE);
        browser.see(".paste .state-problem", "belongs to another outlet");
        assertThat(browser.see(".paste a[href^='/articles/']").getDomAttribute("href"))
                .isEqualTo("/articles/" + there);
        assertThat(value("#pasted")).startsWith("A terminal of another kind");
        browser.reload();
        assertThat(value("#pasted")).startsWith("A terminal of another kind");
        browser.run("sessionStorage.clear()");
        browser.assertNoComplaints(CONFLICT);
    }

    @Test
    void takesAnArticleOutAndBringsItBack() {
        String article = "/articles/" + tower();
        browser.open(article);
        browser.see(".story-tools button", "Edit").click();
        browser.see(".dialog .button-grave").click();
        browser.accept();
        browser.until(() -> browser.address().equals("/") ? true : null, "to be led away");
        browser.open(article);
        browser.see("h1", "taken out of the archive");
        assertNoBarriers("an article that was taken out");
        browser.see(".button", "Bring it back").click();
        browser.see(".story-head h1", "The tide bell");
        browser.assertNoComplaints(GONE);
    }

    @Test
    void saysSoWhenTheArchiveCannotBeReachedAndKeepsWhatWasTyped() {
        correctTheTowersQuote();
        retype("#speaker", "The sexton");
        browser.offline(true);
        try {
            browser.type(SAVE);
            browser.see(".panel-note", "cannot be reached");
        } finally {
            browser.offline(false);
        }
        assertThat(value("#speaker")).isEqualTo("The sexton");
        browser.see(".quote-form .button-main").click();
        browser.see(".panel-title", "The sexton");
        assertThat(browser.complaints()).allMatch(each -> each.contains("ERR_INTERNET_DISCONNECTED"));
    }

    @Test
    void neverRunsWhatIsWrittenInAnArticle() {
        List<String> payloads = Payloads.all();
        String body = payloads.stream()
                .map(payload -> "“" + payload + "” said " + payload + ".")
                .collect(Collectors.joining("\n\n"));
        Map<String, Object> article = Map.of(
                "headline", payloads.get(0),
                "body", body,
                "byline", payloads.get(1),
                "standfirst", payloads.get(2),
                "section", payloads.get(3),
                "tags", List.of("<img src=x onerror=alert(1)>"),
                "url", "https://hostile.example/?%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        String hostile = post("/articles?clean=false", article).at("/id").asString();
        String quote = quotes(hostile).at("/0/id").asString();
        patch("/quotes/" + quote, Map.of("speaker", Map.of("name", payloads.get(5))));
        browser.open("/articles/" + hostile + "#quote-" + quote);
        browser.see(".facts");
        assertNothingRan();
        browser.until(() -> found("/quotes?section=" + encoded(payloads.get(3))) > 0 ? true : null, "for search");
        browser.open("/?show=quotes&section=" + encoded(payloads.get(3)));
        browser.see(".item-quote");
        assertNothingRan();
    }

    @Test
    void neverRunsWhatIsWrittenInAHeadline() {
        List<String> payloads = Payloads.all();
        assertThat(payloads).hasSizeGreaterThanOrEqualTo(100);
        List<String> ids = takenInBulk(IntStream.range(0, payloads.size())
                .mapToObj(i -> Map.of(
                        "headline", payloads.get(i), "body", "Pasted by stranger " + i + ".", "section", "Hostile"))
                .toList());
        assertThat(ids).hasSameSizeAs(payloads);
        for (int i = 0; i < ids.size(); i += 25) {
            browser.open("/articles/" + ids.get(i));
            browser.see(".story-head h1");
            assertNothingRan();
        }
        browser.until(() -> found("/articles?section=Hostile") == ids.size() ? true : null, "for search to see them");
        browser.open("/?section=Hostile");
        browser.until(
                () -> {
                    browser.run("scrollTo(0, document.body.scrollHeight)");
                    return browser.all(".item").size() == ids.size() ? true : null;
                },
                "for all of them to be listed");
        assertNothingRan();
        browser.open("/?q=script+OR+alert");
        browser.see(".item");
        assertNothingRan();
    }

    @Test
    void neverRunsWhatIsWrittenInAName() {
        List<String> payloads = Payloads.all();
        List<String> aliases =
                payloads.subList(10, 40).stream().map(each -> each + " x").toList();
        Map<String, Object> person = Map.of(
                "type",
                "person",
                "name",
                "<img src=x onerror=alert(1)> Body",
                "aliases",
                aliases,
                "description",
                payloads.get(4));
        browser.open("/entities/" + post("/entities", person).at("/id").asString());
        browser.see(".page-head h1", "<img src=x");
        assertNothingRan();
    }

    @Test
    void linksToNothingButTheWeb() {
        browser.open("/");
        long links = browser.runLater("""
                import('/js/dom.js').then(({ webLink }) => done(arguments[0]
                  .filter(each => !['http:', 'https:', ':', undefined].includes(webLink(each, 'x').protocol)).length));
                """, Payloads.all());
        assertThat(links).isZero();
    }

    private void assertNothingRan() {
        boolean ran = browser.run(
                "return Boolean(window.ran) || document.querySelector('main script, main img, main iframe, main [onerror], main [onload]') !== null");
        assertThat(ran)
                .as("markup or script of an article on " + browser.address())
                .isFalse();
        browser.assertNoComplaints();
    }

    /** A new article with one quote, which no other test has changed. */
    private String tower() {
        towers++;
        return taken(
                "The tide bell rang twice",
                "“It rings when it wants to and nobody asks it,” said Odile Marchetti, who keeps the tower.\n\n"
                        + "The bell was cast in 1703. It has " + towers + " ropes.");
    }

    private void correctTheTowersQuote() {
        browser.open("/articles/" + tower());
        focusQuote("It rings");
        browser.type("e");
        browser.see(".quote-form");
    }

    private String somebody(String name) {
        return post("/entities", Map.of("type", "person", "name", name))
                .at("/id")
                .asString();
    }

    private JsonNode quotes(String article) {
        return get("/articles/" + article + "/quotes").at("/results");
    }
}

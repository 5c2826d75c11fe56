package org.onrecord.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.access.AccessKeys;
import org.onrecord.access.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** The web page over an archive that holds nothing at first and then is closed to whoever has no key. */
@EnabledIf(value = "org.onrecord.page.Browser#isInstalled", disabledReason = Browser.MISSING)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyedPageIntegrationTests extends PageTest {

    private static final int UNKNOWN = 401;
    private static final int FORBIDDEN = 403;

    @Autowired
    private AccessKeys keys;

    @Test
    @Order(1)
    void leadsFromAnEmptyArchiveToItsFirstArticle() {
        browser.open("/");
        browser.see(".state", "The archive is empty");
        assertNoBarriers("an empty archive");
        browser.see(".state a", "Add the first article").click();
        browser.see("#pasted");
    }

    @Test
    @Order(2)
    void asksForAKeyAndUsesItForFilesToo(@TempDir Path downloads) {
        taken("The lock keeper retires", "“Forty years of wet boots,” said Ada Lind, the lock keeper.");
        browser.until(() -> found("/articles?q=boots") == 1 ? true : null, "for search to see the article");
        String reader = key(Role.READER);
        browser.open("/");
        browser.see("dialog", "who you are");
        assertNoBarriers("the dialog for a key");
        browser.see("#key").sendKeys("or_unknown");
        browser.click("dialog .button-main");
        browser.see("dialog", "not known here");
        browser.see("#key").sendKeys(reader);
        browser.click("dialog .button-main");
        browser.see(".item", "The lock keeper retires");
        assertThat(browser.all("dialog")).isEmpty();
        browser.downloadInto(downloads);
        browser.click(".about-files a", "CSV");
        Path file = downloads.resolve("onrecord-articles.csv");
        browser.until(() -> Files.exists(file) && text(file).contains("lock keeper") ? true : null, "for the file");
        browser.assertNoComplaints(UNKNOWN);
    }

    @Test
    @Order(3)
    void letsAReaderBecomeAnEditorWithoutLosingWhatWasTyped() {
        String editor = key(Role.EDITOR);
        with(editor);
        String article = get("/articles").at("/results/0/id").asString();
        browser.open("/articles/" + article);
        focusQuote("Forty years");
        browser.type("e");
        retype("#speaker", "The keeper of the lock");
        browser.type(SAVE);
        browser.see("dialog", "The key in use may not do this");
        assertNoBarriers("the dialog for another key");
        browser.click("dialog .button", "Not now");
        browser.see(".panel-note", "Not allowed");
        assertThat(value("#speaker")).isEqualTo("The keeper of the lock");
        browser.see(".quote-form .button-main").click();
        browser.see("#key").sendKeys(editor);
        browser.click("dialog .button-main");
        browser.see(".panel-title", "The keeper of the lock");
        assertThat(get("/articles/" + article + "/quotes")
                        .at("/results/0/speaker/name")
                        .asString())
                .isEqualTo("The keeper of the lock");
        browser.assertNoComplaints(FORBIDDEN);
    }

    private String key(Role role) {
        return keys.create("a " + role, role, "test", null).secret();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

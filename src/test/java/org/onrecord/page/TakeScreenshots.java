package org.onrecord.page;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.test.context.ActiveProfiles;

/**
 * Takes the pictures of the documentation from the sample archive:
 * {@code mvn -Dtest=TakeScreenshots -Dscreenshots=docs/screenshots test}.
 */
@ActiveProfiles("demo")
@EnabledIfSystemProperty(named = "screenshots", matches = ".+", disabledReason = "pictures are taken when asked for")
@EnabledIf(value = "org.onrecord.page.Browser#isInstalled", disabledReason = Browser.MISSING)
class TakeScreenshots extends PageTest {

    private final Path folder = Path.of(System.getProperty("screenshots", ""));

    @Test
    void wide() throws IOException {
        browser.size(1280, 960);
        take("wide");
    }

    @Test
    void narrow() throws IOException {
        browser.size(390, 844);
        take("narrow");
    }

    @Test
    void dark() throws IOException {
        browser.size(1280, 960);
        browser.dark(true);
        take("dark");
    }

    private void take(String look) throws IOException {
        browser.until(() -> found("/articles?q=mussel") > 0 ? true : null, "for search to see the sample archive");
        browser.open("/?q=bay&show=quotes");
        browser.see(".item-quote mark");
        browser.see(".timeline");
        browser.until(() -> browser.all(".facet .chip").isEmpty() ? null : true, "for the filters");
        browser.picture(folder.resolve("search-" + look + ".png"));
        openArticle("timber piles under the quay");
        focusQuote("We found timber piles");
        browser.see(".facts");
        browser.picture(folder.resolve("article-" + look + ".png"));
        browser.open("/entities/" + entityId("Ines Varga"));
        browser.see(".item-quote");
        browser.see(".timeline");
        browser.until(() -> browser.all(".bars li").isEmpty() ? null : true, "for whom they appear with");
        browser.picture(folder.resolve("person-" + look + ".png"));
    }
}

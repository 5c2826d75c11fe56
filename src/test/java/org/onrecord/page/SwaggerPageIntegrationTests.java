package org.onrecord.page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.onrecord.database.ArchiveTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page that shows the API, under the same strict rules for scripts as every other page. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ArchiveTest
@EnabledIf(value = "org.onrecord.page.Browser#isInstalled", disabledReason = Browser.MISSING)
class SwaggerPageIntegrationTests {

    @LocalServerPort
    private int port;

    @Test
    void showsTheOperationsAndTriesThemOut() {
        Browser browser = Browser.at("http://localhost:" + port);
        browser.open("/swagger-ui.html");
        browser.see(".info .title", "OnRecord");
        browser.click("#operations-about-showIndex .opblock-summary-control");
        browser.click("#operations-about-showIndex .try-out__btn");
        browser.click("#operations-about-showIndex .execute");
        browser.see("#operations-about-showIndex .live-responses-table .response-col_status", "200");
        browser.assertNoComplaints();
    }
}

package org.onrecord.page;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.onrecord.database.ArchiveTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the pictures of the documentation from the sample archive:
 * {@code mvn -Dtest=TakeScreenshots -Dscreenshots=docs/screenshots test}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ArchiveTest
@ActiveProfiles("demo")
@EnabledIfSystemProperty(named = "screenshots", matches = ".+", disabledReason = "pictures are taken when asked for")
@EnabledIf(value = "org.onrecord.page.Browser#isInstalled", disabledReason = Browser.MISSING)
class TakeScreenshots {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void ofSearchArticleAndPerson() throws Exception {
        Path folder = Path.of(System.getProperty("screenshots"));
        try (var browser = new Browser("http://localhost:" + port)) {
            String article = "/articles/"
                    + first("/articles?q=" + encoded("\"timber piles under the quay\"") + "&sort=publishedAt");
            String person = "/entities/" + first("/suggest?q=" + encoded("Ines Varga"));
            for (String look : new String[] {"wide", "narrow", "dark"}) {
                browser.dark(look.equals("dark"));
                browser.size(look.equals("narrow") ? 390 : 1280, look.equals("narrow") ? 844 : 960);
                browser.open("/?q=bay&show=quotes");
                browser.see(".item-quote mark");
                browser.see(".timeline");
                browser.see(".facets .chip, .filters summary");
                browser.picture(folder.resolve("search-" + look + ".png"));
                browser.open(article);
                browser.see(".body p");
                if (!look.equals("narrow")) {
                    browser.focus("[data-handle='1']");
                    browser.see(".facts");
                }
                browser.picture(folder.resolve("article-" + look + ".png"));
                browser.open(person);
                browser.see(".item-quote");
                browser.see(".bars");
                browser.see(".timeline");
                browser.picture(folder.resolve("person-" + look + ".png"));
            }
        }
    }

    private String first(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .build();
        for (int tries = 0; ; tries++) {
            var found = JsonMapper.shared()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
            if (!found.at("/results/0/id").asString().isEmpty()) {
                return found.at("/results/0/id").asString();
            }
            if (tries == 100) {
                throw new IllegalStateException("search does not see the sample archive: " + found);
            }
            Thread.sleep(200);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

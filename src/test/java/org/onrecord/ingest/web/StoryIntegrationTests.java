package org.onrecord.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.onrecord.Newsroom;
import org.onrecord.Newsroom.Answer;
import org.onrecord.database.ArchiveTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The way of one article through the whole archive, as the README tells it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
@TestInstance(Lifecycle.PER_CLASS)
class StoryIntegrationTests {

    @LocalServerPort
    private int port;

    private Newsroom newsroom;
    private Answer article;

    @BeforeAll
    void submit() throws IOException {
        newsroom = new Newsroom(port);
        article = newsroom.submit(
                Files.readString(Path.of("docs/samples/harbour-bridge.txt")),
                "outlet",
                "brackmouth-gazette",
                "publishedAt",
                "2025-09-16T08:00:00Z");
    }

    @Test
    void isCreatedWithTheHeadlineApart() {
        assertThat(article.status()).isEqualTo(201);
        assertThat(article.text("/result")).isEqualTo("created");
        assertThat(article.text("/headline"))
                .isEqualTo("Harbour bridge plan splits Brackmouth as ferry crews threaten to walk out");
        assertThat(article.text("/outlet/name")).isEqualTo("Brackmouth Gazette");
        assertThat(article.text("/publishedAt")).isEqualTo("2025-09-16T08:00:00Z");
        assertThat(article.text("/body")).startsWith("A plan to build a bridge").doesNotContain("VOTE", "consented");
    }

    @Test
    void reportsWhatCleaningRemoved() {
        assertThat(article.each("/removed", "/reason"))
                .containsExactly("consent", "promo", "promo", "promo", "read-more", "trailer");
    }

    /** Every direct quote with its speaker by full name, the ones in pieces as one. */
    @Test
    void findsWhoSaidWhat() {
        List<String> direct = new ArrayList<>();
        for (JsonNode quote : article.json().at("/quotes")) {
            if (quote.at("/kind").asString().equals("direct")) {
                String content = quote.at("/content").asString();
                direct.add(quote.at("/speaker/name").asString() + ": "
                        + content.substring(0, Math.min(24, content.length())) + " ("
                        + quote.at("/segments").size() + ")");
            }
        }
        assertThat(direct)
                .containsExactly(
                        "Ida Marsh: I believe that the ‘link (1)",
                        "Ida Marsh: Once the first pile is i (2)",
                        "Ida Marsh: I have nothing against b (1)",
                        "Owen Trask: They have sent us a leaf (2)",
                        "Lionel Frey: We have listened to ever (2)");
    }

    @Test
    void marksMixedAndIndirectQuotesAsSuch() {
        List<String> mixed = new ArrayList<>();
        for (JsonNode quote : article.json().at("/quotes")) {
            if (!quote.at("/kind").asString().equals("direct")) {
                mixed.add(quote.at("/kind").asString() + " "
                        + quote.at("/speaker/name").asString());
            }
        }
        assertThat(mixed).contains("mixed Ida Marsh", "indirect Owen Trask");
    }

    @Test
    void everyOffsetFindsItsWords() {
        int[] body = article.text("/body").codePoints().toArray();
        for (JsonNode quote : article.json().at("/quotes")) {
            quote.at("/segments").forEach(segment -> assertCovers(body, segment));
            if (!quote.at("/cue").isNull()) {
                assertCovers(body, quote.at("/cue"));
            }
            if (!quote.at("/speaker/mention").isMissingNode()
                    && !quote.at("/speaker/mention").isNull()) {
                assertCovers(body, quote.at("/speaker/mention"));
            }
        }
        for (JsonNode entity : article.json().at("/entities")) {
            entity.at("/mentions").forEach(mention -> assertCovers(body, mention));
        }
    }

    private static void assertCovers(int[] body, JsonNode stretch) {
        int start = stretch.at("/start").asInt();
        int end = stretch.at("/end").asInt();
        assertThat(new String(body, start, end - start))
                .isEqualTo(stretch.at("/text").asString());
    }

    @Test
    void knowsWhoIsNamedAndNobodyFromThePromoLines() {
        assertThat(article.each("/entities", "/name")).contains("Ida Marsh", "Owen Trask", "Lionel Frey", "Brackmouth");
    }

    @Test
    void showsItAgainById() {
        Answer again = newsroom.get("/articles/" + article.id() + "?expand=quotes,entities");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/quotes")).isEqualTo(article.json().at("/quotes"));
        assertThat(again.json().at("/entities")).isEqualTo(article.json().at("/entities"));
        assertThat(again.text("/body")).isEqualTo(article.text("/body"));
    }

    @Test
    void findsItsQuotesBySpeaker() {
        Answer quotes = newsroom.get("/quotes?speaker=" + Newsroom.encoded("Ida Marsh") + "&kind=direct");
        assertThat(quotes.json().at("/total").asInt()).isEqualTo(3);
        assertThat(quotes.each("/results", "/articleId")).containsOnly(article.id());
    }

    @Test
    void findsItsPeopleByName() {
        Answer entities = newsroom.get("/entities?q=trask");
        assertThat(entities.each("/results", "/name")).containsExactly("Owen Trask");
    }

    @Test
    void findsItByItsWords() {
        assertThat(newsroom.get("/articles?q=harbour+bridge").each("/results", "/id"))
                .containsExactly(article.id());
        assertThat(newsroom.get("/articles?q=%22a+road+to+nowhere%22").each("/results", "/id"))
                .containsExactly(article.id());
        assertThat(newsroom.get("/articles?q=pensioners").json().at("/total").asInt())
                .as("words of a promo line")
                .isZero();
    }

    @Test
    void isUnchangedWhenItComesAgain() throws IOException {
        Answer again = newsroom.submit(
                Files.readString(Path.of("docs/samples/harbour-bridge.txt")), "outlet", "brackmouth-gazette");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/result")).isEqualTo("unchanged");
        assertThat(again.id()).isEqualTo(article.id());
    }
}

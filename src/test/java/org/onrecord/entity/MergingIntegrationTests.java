package org.onrecord.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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

/** One person under two names becomes one, and two again. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
@TestInstance(Lifecycle.PER_CLASS)
class MergingIntegrationTests {

    @LocalServerPort
    private int port;

    private final AtomicInteger days = new AtomicInteger();
    private Newsroom newsroom;

    @BeforeAll
    void open() {
        newsroom = new Newsroom(port);
    }

    /** An article in which this person speaks. */
    private Answer anArticleWith(String person) {
        Answer article = newsroom.submit("Harbour talks go on, day " + days.incrementAndGet()
                + "\n\nThe talks went on all night. “We are close to a deal,” "
                + person + " said on Monday. “It will hold.”");
        assertThat(article.status()).as(article.response().body()).isEqualTo(201);
        return article;
    }

    private static String speaker(Answer article) {
        String id = article.text("/quotes/0/speaker/entityId");
        assertThat(id).as(article.response().body()).isNotEmpty();
        return id;
    }

    private Answer merge(String id, String into) {
        return newsroom.post("/entities/" + id + "/merge?refresh=wait", "{\"into\": \"" + into + "\"}");
    }

    private Answer unmerge(String id) {
        return newsroom.post("/entities/" + id + "/unmerge?refresh=wait", "");
    }

    private Set<String> articlesOf(String entity) {
        return new HashSet<>(newsroom.get("/entities/" + entity + "/articles").each("/results", "/id"));
    }

    private static List<String> names(JsonNode entity) {
        List<String> names = new ArrayList<>();
        entity.at("/names").forEach(name -> names.add(name.at("/name").asString()));
        return names;
    }

    @Test
    void namesMentionsAndQuotesBecomeTheSurvivors() {
        Answer first = anArticleWith("Marta Kowal");
        Answer second = anArticleWith("Marta Kowal-Reed");
        String survivor = speaker(first);
        String merged = speaker(second);

        Answer answer = merge(merged, survivor);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.id()).isEqualTo(survivor);
        assertThat(answer.text("/name")).isEqualTo("Marta Kowal");
        assertThat(names(answer.json())).contains("Marta Kowal", "Marta Kowal-Reed");
        assertThat(answer.json().at("/articleCount").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/quoteCount").asInt())
                .isEqualTo(first.json().at("/quotes").size()
                        + second.json().at("/quotes").size());

        assertThat(newsroom.get("/quotes/" + second.text("/quotes/0/id")).text("/speaker/name"))
                .isEqualTo("Marta Kowal");
        assertThat(newsroom.get("/articles/" + second.id() + "/mentions").each("/results", "/entityId"))
                .contains(survivor)
                .doesNotContain(merged);
        assertThat(articlesOf(survivor)).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(newsroom.get("/quotes?speaker=Marta+Kowal-Reed").each("/results", "/articleId"))
                .contains(first.id(), second.id());
        assertThat(newsroom.get("/entities?q=kowal").each("/results", "/id")).containsExactly(survivor);
    }

    @Test
    void theMergedIdLeadsToTheSurvivorWhateverIsAsked() {
        String survivor = speaker(anArticleWith("Nils Aaberg"));
        String merged = speaker(anArticleWith("Nils Aaberg-Holt"));
        merge(merged, survivor);
        String path = "/entities/" + merged;
        List<Answer> answers = List.of(
                newsroom.send("GET", path),
                newsroom.put(path, "{\"type\": \"person\", \"name\": \"X Y\"}", "If-Match", "*"),
                newsroom.send("DELETE", path, "If-Match", "*"),
                newsroom.post(path + "/restore", ""));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.response().body()).isEqualTo(308);
            assertThat(answer.response().headers().firstValue("Location")).contains("/api/v1/entities/" + survivor);
        });
    }

    @Test
    void newArticlesWithTheOldNameMeanTheSurvivor() {
        String survivor = speaker(anArticleWith("Odile Brandt"));
        String merged = speaker(anArticleWith("Odile Brandt-Lessing"));
        merge(merged, survivor);
        assertThat(speaker(anArticleWith("Odile Brandt-Lessing"))).isEqualTo(survivor);
    }

    @Test
    void theDecisionStandsWhenAnArticleIsReadAgain() {
        String survivor = speaker(anArticleWith("Petra Voss"));
        Answer article = anArticleWith("Petra Voss-Amari");
        merge(speaker(article), survivor);
        newsroom.post("/articles/" + article.id() + "/reextract", "");
        assertThat(newsroom.get("/articles/" + article.id() + "/quotes").text("/results/0/speaker/entityId"))
                .isEqualTo(survivor);
    }

    @Test
    void whatWasMergedIsPartedAgain() {
        Answer first = anArticleWith("Quentin Hale");
        Answer second = anArticleWith("Quentin Hale-Moran");
        String survivor = speaker(first);
        String merged = speaker(second);
        merge(merged, survivor);

        Answer parted = unmerge(merged);
        assertThat(parted.status()).as(parted.response().body()).isEqualTo(200);
        assertThat(parted.id()).isEqualTo(merged);
        assertThat(parted.json().at("/articleCount").asInt()).isEqualTo(1);
        assertThat(names(parted.json())).contains("Quentin Hale-Moran");
        assertThat(names(newsroom.get("/entities/" + survivor).json())).doesNotContain("Quentin Hale-Moran");
        assertThat(articlesOf(survivor)).containsExactly(first.id());
        assertThat(articlesOf(merged)).containsExactly(second.id());
        assertThat(newsroom.get("/quotes/" + second.text("/quotes/0/id")).text("/speaker/entityId"))
                .isEqualTo(merged);
    }

    @Test
    void ofAChainOfMergesEachCanBeTakenBack() {
        Answer first = anArticleWith("Rosa Tamm");
        Answer second = anArticleWith("Rosa Tamm-Ilves");
        Answer third = anArticleWith("Rosa Ilves");
        String a = speaker(first);
        String b = speaker(second);
        String c = speaker(third);
        merge(a, b);
        merge(b, c);
        assertThat(newsroom.get("/entities/" + a).response().headers().firstValue("Location"))
                .contains("/api/v1/entities/" + c);
        assertThat(articlesOf(c)).containsExactlyInAnyOrder(first.id(), second.id(), third.id());

        unmerge(b);
        assertThat(articlesOf(c)).containsExactly(third.id());
        assertThat(articlesOf(b)).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(newsroom.get("/entities/" + a).response().headers().firstValue("Location"))
                .contains("/api/v1/entities/" + b);
        unmerge(a);
        assertThat(articlesOf(a)).containsExactly(first.id());
        assertThat(articlesOf(b)).containsExactly(second.id());
    }

    @Test
    void aSpeakerChosenByHandSinceStaysWhenTheTwoArePartedAgain() {
        String survivor = speaker(anArticleWith("Sven Lindqvist"));
        Answer article = anArticleWith("Sven Lindqvist-Oda");
        String merged = speaker(article);
        merge(merged, survivor);
        String quote = "/quotes/" + article.text("/quotes/0/id");
        newsroom.patch(quote, "{\"speaker\": {\"entityId\": \"" + survivor + "\"}}");
        unmerge(merged);
        assertThat(newsroom.get(quote).text("/speaker/entityId")).isEqualTo(survivor);
    }

    @Test
    void mergingOrPartingTwiceChangesNothing() {
        String survivor = speaker(anArticleWith("Tove Marsh"));
        String merged = speaker(anArticleWith("Tove Marsh-Quill"));
        Answer once = merge(merged, survivor);
        Answer again = merge(merged, survivor);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(once.json());
        unmerge(merged);
        assertThat(unmerge(merged).status()).isEqualTo(200);
    }

    @Test
    void aChangeMadeForTheSurvivorAsItWasBeforeIsRefused() {
        String survivor = speaker(anArticleWith("Una Petrov"));
        String merged = speaker(anArticleWith("Una Petrov-Sand"));
        String before = newsroom.get("/entities/" + survivor).etag();
        Answer answer = merge(merged, survivor);
        assertThat(newsroom.put(
                                "/entities/" + survivor,
                                "{\"type\": \"person\", \"name\": \"Una Petrov\"}",
                                "If-Match",
                                before)
                        .status())
                .isEqualTo(412);
        assertThat(newsroom.put(
                                "/entities/" + survivor,
                                "{\"type\": \"person\", \"name\": \"Una Petrov\"}",
                                "If-Match",
                                answer.etag())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatCannotBeMergedIsRefused() {
        String one = speaker(anArticleWith("Vera Lindholm"));
        String other = speaker(anArticleWith("Vera Lindholm-Roy"));
        String third = speaker(anArticleWith("Vera Roy"));
        String nobody = "00000000-0000-7000-8000-000000000000";
        assertThat(merge(one, one).status()).isEqualTo(422);
        assertThat(merge(one, nobody).text("/errors/0/pointer")).isEqualTo("/into");
        assertThat(merge(nobody, one).status()).isEqualTo(404);
        assertThat(newsroom.post("/entities/" + one + "/merge", "{}").status()).isEqualTo(400);
        merge(other, one);
        assertThat(merge(one, other).status())
                .as("with itself, by way of the other")
                .isEqualTo(422);
        Answer taken = merge(other, third);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text("/existing")).isEqualTo("/api/v1/entities/" + one);
        newsroom.send("DELETE", "/entities/" + third, "If-Match", "*");
        assertThat(merge(third, one).status()).isEqualTo(410);
        assertThat(merge(one, third).status()).isEqualTo(422);
    }

    @Test
    void theTrailTellsWhoMergedWhat() {
        String survivor = speaker(anArticleWith("Wanda Osei"));
        String merged = speaker(anArticleWith("Wanda Osei-Blake"));
        merge(merged, survivor);
        JsonNode entry = newsroom.get("/audit?limit=1").json().at("/results/0");
        assertThat(entry.at("/path").asString()).isEqualTo("/api/v1/entities/" + merged + "/merge");
        assertThat(entry.at("/callerId").asString()).isEqualTo("local");
        assertThat(entry.at("/location").asString()).isEqualTo("/api/v1/entities/" + survivor);
    }
}

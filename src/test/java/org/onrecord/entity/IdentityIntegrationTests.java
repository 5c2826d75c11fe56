package org.onrecord.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.Newsroom;
import org.onrecord.Newsroom.Answer;
import org.onrecord.database.ArchiveTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who is who across articles. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
@TestInstance(Lifecycle.PER_CLASS)
class IdentityIntegrationTests {

    @LocalServerPort
    private int port;

    private final AtomicInteger days = new AtomicInteger();
    private Newsroom newsroom;

    @BeforeAll
    void open() {
        newsroom = new Newsroom(port);
    }

    /** The entity of whoever speaks in an article of this outlet. */
    private String speaker(String person) {
        Answer article = newsroom.submit("Harbour talks go on, day " + days.incrementAndGet()
                + "\n\nThe talks went on all night. “We are close to a deal,” " + person + " said on Monday.");
        assertThat(article.status()).as(article.response().body()).isEqualTo(201);
        String id = article.text("/quotes/0/speaker/entityId");
        assertThat(id).as(article.response().body()).isNotEmpty();
        return id;
    }

    /** The entity of a name in an article of this outlet. */
    private String named(String outlet, String sentence, String name) {
        Answer article = newsroom.post(
                "/articles?clean=false",
                "{\"outlet\": \"%s\", \"headline\": \"Day %d\", \"body\": %s}"
                        .formatted(outlet, days.incrementAndGet(), Newsroom.quoted(sentence)));
        assertThat(article.status()).as(article.response().body()).isEqualTo(201);
        for (JsonNode mention :
                newsroom.get("/articles/" + article.id() + "/mentions").json().at("/results")) {
            if (mention.at("/text").asString().equals(name)) {
                return mention.at("/entityId").asString();
            }
        }
        throw new AssertionError(name + " is not named: " + article.response().body());
    }

    @ParameterizedTest
    @CsvSource({
        "1, Henry B. Maas; Henry Maas; Mr Henry Maas; Henry Maas",
        "1, Daniel Osterman; Danny Osterman; Dan Osterman",
        "1, Síofra O’Heffernan; Siofra O'Heffernan",
        "1, J.K. Rowan; J. K. Rowan; JK Rowan",
        "1, Theo R. Brandvold Jr.; Theo Brandvold",
        "2, Vernon Pinehurst Jr.; Vernon Pinehurst",
        "2, Piet W. Halder; Piet H. Halder; Piet Halder; Piet W. Halder; Piet H. Halder",
        "2, Runa Solberg; Olav Solberg; Runa Solberg",
        "1, Solheim; Solheim; Solheim"
    })
    void asManyEntitiesAsThereArePeople(int people, String printed) {
        Set<String> entities = new LinkedHashSet<>();
        Stream.of(printed.split("; ")).map(this::speaker).forEach(entities::add);
        assertThat(entities)
                .as(() -> entities.stream()
                        .map(id -> newsroom.get("/entities/" + id).text("/name"))
                        .toList()
                        .toString())
                .hasSize(people);
    }

    @Test
    void aSurnameAloneMeansTheOneWhoIsKnownByIt() {
        String known = speaker("Greta Ellingsen");
        for (int article = 0; article < 5; article++) {
            assertThat(speaker("Greta Ellingsen")).isEqualTo(known);
        }
        assertThat(speaker("Ellingsen")).isEqualTo(known);
        assertThat(speaker("Mr Ellingsen")).as("a man of that name").isNotEqualTo(known);
    }

    @Test
    void aNameInCapitalsIsWrittenAsUsualOnceItIsPrintedSo() {
        String entity = speaker("MARTA VOLLENHOFF");
        assertThat(newsroom.get("/entities/" + entity).text("/name")).isEqualTo("MARTA VOLLENHOFF");
        assertThat(speaker("Marta Vollenhoff")).isEqualTo(entity);
        assertThat(newsroom.get("/entities/" + entity).text("/name")).isEqualTo("Marta Vollenhoff");
    }

    @Test
    void aCountryIsOneWhateverItIsCalled() {
        String first = named("harbour-post", "Ships from the U.S. arrived on Monday.", "U.S.");
        String second = named("harbour-post", "Ships from the United States arrived on Friday.", "United States");
        assertThat(second).isEqualTo(first);
        JsonNode country = newsroom.get("/entities/" + first).json();
        assertThat(country.at("/name").asString()).isEqualTo("United States");
        assertThat(country.at("/type").asString()).isEqualTo("place");
        assertThat(country.at("/externalIds/iso3166").asString()).isEqualTo("US");
    }

    @Test
    void aBodyThatEachCountryHasIsTheOneOfTheCountryTheArticleIsAbout() {
        for (String[] outlet : new String[][] {{"delhi-mail", "IN"}, {"mumbai-mail", "IN"}, {"nairobi-mail", "KE"}}) {
            newsroom.post(
                    "/outlets",
                    "{\"slug\": \"%s\", \"name\": \"%s\", \"country\": \"%s\"}"
                            .formatted(outlet[0], outlet[0], outlet[1]));
        }
        String sentence = "The case went to the Supreme Court on Monday, and the Supreme Court heard it.";
        String india = named("delhi-mail", sentence, "Supreme Court");
        assertThat(named("mumbai-mail", sentence, "Supreme Court")).isEqualTo(india);
        assertThat(named("nairobi-mail", sentence, "Supreme Court")).isNotEqualTo(india);
        String abroad =
                "In India, lawyers said India would wait. The case in India went to the Supreme Court on Monday.";
        assertThat(named("nairobi-mail", abroad, "Supreme Court")).isEqualTo(india);
        assertThat(newsroom.get("/entities/" + india).text("/description")).isEqualTo("India");
    }

    @Test
    void whatSomebodyDecidedStands() {
        String one = speaker("Nadia Ferrante");
        String other = speaker("Nadia Ferrante-Kohl");
        newsroom.post("/entities/" + other + "/merge", "{\"into\": \"" + one + "\"}");
        assertThat(List.of(speaker("Nadia Ferrante-Kohl"), speaker("Nadia Ferrante")))
                .containsOnly(one);
        newsroom.post("/entities/" + other + "/unmerge", "");
        assertThat(speaker("Nadia Ferrante-Kohl")).isEqualTo(other);
    }
}

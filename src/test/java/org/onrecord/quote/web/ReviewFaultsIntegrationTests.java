package org.onrecord.quote.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.Newsroom;
import org.onrecord.Newsroom.Answer;
import org.onrecord.database.ArchiveTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a quote or an entity cannot be, and where the answer says what is wrong. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
@TestInstance(Lifecycle.PER_CLASS)
class ReviewFaultsIntegrationTests {

    @LocalServerPort
    private int port;

    private Newsroom newsroom;
    private Answer article;

    @BeforeAll
    void open() {
        newsroom = new Newsroom(port);
        article = newsroom.submit(
                "Harbour talks go on\n\nThe talks went on all night. “We are close to a deal,” Ana Ruiz said on Monday.");
        assertThat(article.status()).isEqualTo(201);
    }

    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    /** Members of a quote added by hand or corrected, both alike. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'segments': [{'start': 0, 'end': 9999}] | 422 | /segments/0 | outside-the-body",
                "'segments': [{'start': 5, 'end': 9}, {'start': 0, 'end': 3}] | 422 | /segments/1 | out-of-order",
                "'start': 0, 'end': 5, 'cue': {'start': 9000, 'end': 9001} | 422 | /cue | outside-the-body",
                "'start': 0, 'end': 5, 'speaker': {} | 422 | /speaker | nobody-named",
                "'start': 0, 'end': 5, 'speaker': {'entityId': '" + NOBODY
                        + "'} | 422 | /speaker/entityId | no-such-entity",
                "'start': 0, 'end': 5, 'speaker': {'name': 'Ruiz', 'mention': {'start': 9000, 'end': 9001}}"
                        + " | 422 | /speaker/mention | outside-the-body",
                "'start': 5, 'end': 5 | 400 | /start | not-a-span",
                "'segments': [{'start': 0, 'end': 3}], 'start': 0 | 400 | /segments | one-or-the-other",
            })
    void saysWhichPartOfAQuoteIsWrong(String members, int status, String pointer, String code) {
        String json = members.replace('\'', '"');
        assertFault(
                newsroom.post("/quotes", "{\"articleId\": \"" + article.id() + "\", " + json + "}"),
                status,
                pointer,
                code);
        assertFault(newsroom.patch("/quotes/" + article.text("/quotes/0/id"), "{" + json + "}"), status, pointer, code);
    }

    @ParameterizedTest
    @CsvSource({
        "status, \"extracted\", not-a-decision",
        "status, null, not-a-decision",
        "kind, null, not-null",
    })
    void saysWhatAPatchOfAQuoteMayNotSet(String member, String value, String code) {
        Answer answer =
                newsroom.patch("/quotes/" + article.text("/quotes/0/id"), "{\"" + member + "\": " + value + "}");
        assertFault(answer, 400, "/" + member, code);
    }

    @ParameterizedTest
    @CsvSource({"!!!, Ruiz, /name", "Ana, ---, /aliases/0"})
    void anEntityNeedsNamesItCanBeFoundBy(String name, String alias, String pointer) {
        String json = "{\"type\": \"person\", \"name\": \"" + name + "\", \"aliases\": [\"" + alias + "\"]}";
        String entity = "/entities/" + article.text("/quotes/0/speaker/entityId");
        assertFault(newsroom.post("/entities", json), 400, pointer, "no-letters");
        assertFault(newsroom.put(entity, json, "If-Match", "*"), 400, pointer, "no-letters");
        assertFault(newsroom.patch(entity, json), 400, pointer, "no-letters");
    }

    @ParameterizedTest
    @CsvSource({"itself, same-entity", "nobody, no-such-entity"})
    void saysWhyTwoEntitiesCannotBecomeOne(String into, String code) {
        String id = article.text("/quotes/0/speaker/entityId");
        String json = "{\"into\": \"" + (into.equals("itself") ? id : NOBODY) + "\"}";
        assertFault(newsroom.post("/entities/" + id + "/merge", json), 422, "/into", code);
    }

    private static void assertFault(Answer answer, int status, String pointer, String code) {
        String body = answer.response().body();
        assertThat(answer.status()).as(body).isEqualTo(status);
        assertThat(answer.text("/code")).as(body).isEqualTo(status == 422 ? "unprocessable" : "invalid-input");
        assertThat(answer.text("/requestId")).as(body).isNotEmpty();
        assertThat(answer.text("/instance")).as(body).startsWith("/api/v1/");
        assertThat(answer.text("/errors/0/pointer")).as(body).isEqualTo(pointer);
        assertThat(answer.text("/errors/0/code")).as(body).isEqualTo(code);
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.response().headers().firstValue("Cache-Control")).contains("no-store");
    }
}

package org.onrecord.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onrecord.Newsroom;
import org.onrecord.Newsroom.Answer;
import org.onrecord.database.ArchiveTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** More exports at once than are written at a time. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
class ManyExportsIntegrationTests {

    private static final int EXPORTS = 120;
    private static final int QUOTES = 3_000;
    private static final int QUOTES_OF_AN_ARTICLE = 100;

    @LocalServerPort
    private int port;

    @Test
    void someAreWrittenWholeAndTheRestIsToldToComeBackWhileOthersReadOn() {
        var newsroom = new Newsroom(port);
        var lines = IntStream.range(0, QUOTES / QUOTES_OF_AN_ARTICLE)
                .mapToObj(ManyExportsIntegrationTests::article)
                .collect(Collectors.joining("\n"));
        assertThat(newsroom.post("/articles/bulk?refresh=wait", lines, Newsroom.MediaType.NDJSON)
                        .status())
                .isEqualTo(200);
        var article = newsroom.get("/articles?limit=1").text("/results/0/id");

        ExecutorService callers = Executors.newFixedThreadPool(EXPORTS);
        try {
            List<CompletableFuture<Answer>> exports = new ArrayList<>();
            for (int export = 0; export < EXPORTS; export++) {
                exports.add(CompletableFuture.supplyAsync(() -> newsroom.get("/quotes?format=csv"), callers));
            }
            while (!exports.stream().allMatch(CompletableFuture::isDone)) {
                assertThat(newsroom.get("/articles/" + article).status())
                        .as("others meanwhile")
                        .isEqualTo(200);
            }
            List<Answer> answers = exports.stream().map(CompletableFuture::join).toList();
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 200)
                    .isNotEmpty()
                    .allSatisfy(export ->
                            assertThat(export.response().body().lines()).hasSize(1 + QUOTES));
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .isNotEmpty()
                    .allSatisfy(refused -> {
                        assertThat(refused.status()).isEqualTo(503);
                        assertThat(refused.text("/detail")).contains("Too many exports");
                        assertThat(refused.response().headers().firstValue("Retry-After"))
                                .isPresent();
                        assertThat(refused.response().headers().firstValue("Content-Disposition"))
                                .isEmpty();
                    });
        } finally {
            callers.shutdown();
        }
    }

    private static String article(int number) {
        var body = IntStream.range(0, QUOTES_OF_AN_ARTICLE)
                .mapToObj(quote -> "\"We will repair street number " + number + " of quarter number " + quote
                        + " before winter,\" said Ana Ruiz.")
                .collect(Collectors.joining("\n\n"));
        return "{\"headline\":\"Streets " + number + "\",\"body\":" + Newsroom.quoted(body) + "}";
    }
}

package org.onrecord.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onrecord.api.DescribedOperation;
import org.onrecord.api.RawHttp;
import org.onrecord.database.ArchiveTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ArchiveTest
class OpenApiIntegrationTests {

    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    @LocalServerPort
    private int port;

    private JsonNode document;

    private List<DescribedOperation> operations;

    @BeforeEach
    void read() throws IOException {
        var answer = new RawHttp(port).send("GET", "/v3/api-docs", "", "");
        assertThat(answer.status()).isEqualTo(200);
        document = answer.json();
        operations = DescribedOperation.all(port);
    }

    @Test
    void isOpenApi31() {
        assertThat(document.at("/openapi").asString()).startsWith("3.1");
        assertThat(operations).hasSizeGreaterThan(30);
    }

    @Test
    void everyOperationHasANameOfItsOwnAndWordsForPeople() {
        var names = operations.stream()
                .map(operation -> operation.json().at("/operationId").asString())
                .toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][A-Za-z0-9]+"));
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.json().at("/summary").asString()).isNotBlank();
            assertThat(operation.json().at("/tags")).hasSize(1);
        });
    }

    @Test
    void everyBodyHasAnExample() {
        assertThat(operations).allSatisfy(operation -> {
            operation.json().at("/requestBody/content").forEach(media -> assertHasExample(operation, media));
            operation
                    .json()
                    .at("/responses")
                    .forEach(response -> response.at("/content").forEach(media -> assertHasExample(operation, media)));
        });
    }

    private static void assertHasExample(DescribedOperation operation, JsonNode media) {
        assertThat(media.has("example") || media.has("examples"))
                .as(operation.toString())
                .isTrue();
    }

    /** What is shown as an example is read as the operation reads it: nothing unknown, nothing missing. */
    @Test
    void everyExampleOfABodyIsTaken() throws IOException {
        for (DescribedOperation operation : operations) {
            var example = operation.json().at("/requestBody/content/application~1json/example");
            if (example.isMissingNode() || operation.toString().contains("/api/v1/keys")) {
                continue;
            }
            var answer = new RawHttp(port)
                    .send(
                            operation.method(),
                            operation.path().replace("{slug}", "nobody").replaceAll("\\{[^}]*}", NOBODY)
                                    + (operation.path().endsWith("/by-url") ? "?url=https://example.org/" : ""),
                            "Content-Type: application/json\r\nIf-Match: *\r\n",
                            example.toString());
            assertThat(answer.status())
                    .as("%s%n%s", operation.toString(), answer.text())
                    .isNotIn(400, 415, 500);
        }
    }

    @Test
    void whatCanBeReadUnchangedSaysWith() {
        assertThat(operations)
                .filteredOn(operation -> operation.json().at("/responses").has("304"))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(
                                operation.json().at("/parameters").findValuesAsString("name"))
                        .as(operation.toString())
                        .contains("If-None-Match"));
    }

    @Test
    void everyOperationSaysWhatMayGoWrong() {
        assertThat(operations).allSatisfy(operation -> {
            var statuses = operation.json().at("/responses").propertyNames();
            assertThat(statuses)
                    .as(operation.toString())
                    .contains("400", "503")
                    .anyMatch(status -> status.startsWith("2"));
            if (operation.toString().contains("{")) {
                assertThat(statuses).as(operation.toString()).contains("404");
            }
        });
    }

    @Test
    void noTypeOfAFrameworkLeaks() {
        assertThat(document.at("/components/schemas").propertyNames())
                .doesNotContain("JsonNode", "ObjectNode", "ProblemDetail", "Pageable", "StreamingResponseBody")
                .noneMatch(name -> name.startsWith("Preconditions") || name.startsWith("IdempotencyKey"));
        assertThat(document.toString()).doesNotContain("org.onrecord").doesNotContain("noneMatch.any");
    }

    @Test
    void constantsAreLowerCase() {
        document.findValues("enum")
                .forEach(values ->
                        values.forEach(value -> assertThat(value.asString()).doesNotMatch("[A-Z][A-Z0-9_]*")));
    }
}

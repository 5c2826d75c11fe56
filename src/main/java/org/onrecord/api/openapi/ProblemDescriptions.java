package org.onrecord.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.onrecord.api.RequestIds;

/** What may go wrong with an operation, and how that is told. */
final class ProblemDescriptions {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("400", "Something in the request cannot be meant; `errors` says what and where."),
            Map.entry("401", "Nobody knows who is asking."),
            Map.entry("403", "The caller's role may not do this."),
            Map.entry("404", "There is no such resource."),
            Map.entry("406", "No format the caller accepts."),
            Map.entry("409", "It contradicts what is there, which is linked."),
            Map.entry("410", "It has been deleted; `deletedAt` says when."),
            Map.entry("412", "It has changed since the ETag given."),
            Map.entry("413", "The body is too large."),
            Map.entry("415", "The body's type is not read here."),
            Map.entry("422", "Well-formed, but it cannot be carried out; or the Idempotency-Key was used before."),
            Map.entry("428", "If-Match is missing."),
            Map.entry("429", "The caller asks more often than it may; Retry-After says when to go on."),
            Map.entry(
                    "503", "The database is away, or too much is asked at once; Retry-After says when to come back."));

    private static final Set<String> DELETABLE = Set.of("articles", "entities", "quotes", "outlets");

    private ProblemDescriptions() {}

    /** Puts the problem and the answers that carry one among the components. */
    static void addTo(Components components) {
        components.addSchemas("Problem", problem());
        WORDS.forEach((status, words) -> {
            var response = new ApiResponse()
                    .description(words)
                    .content(new Content()
                            .addMediaType(
                                    "application/problem+json",
                                    new MediaType()
                                            .schema(new Schema<>().$ref("#/components/schemas/Problem"))
                                            .example(example(status, words))));
            response.addHeaderObject(
                    RequestIds.HEADER,
                    new Header().description("The request's id.").schema(new StringSchema()));
            if (status.equals("429") || status.equals("503")) {
                response.addHeaderObject(
                        "Retry-After",
                        new Header().description("Seconds to wait.").schema(new IntegerSchema()));
            }
            components.addResponses(name(status), response);
        });
    }

    static ApiResponse reference(String status) {
        return new ApiResponse().$ref("#/components/responses/" + name(status));
    }

    private static String name(String status) {
        return "Problem" + status;
    }

    /** The statuses of failure an operation may have. */
    static Set<String> possible(String path, PathItem.HttpMethod method, Operation operation) {
        var statuses = new TreeSet<>(Set.of("400", "406", "503"));
        if (!path.equals("/api/v1")) {
            statuses.addAll(Set.of("401", "403", "429"));
        }
        if (path.contains("{") || path.endsWith("/by-url")) {
            statuses.add("404");
            if (DELETABLE.contains(path.split("/")[3])) {
                statuses.add("410");
            }
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of("413", "415", "422"));
        }
        if (method != PathItem.HttpMethod.GET && !path.equals("/api/v1/extract")) {
            statuses.addAll(Set.of("404", "409"));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(header -> "If-Match".equals(header.getName()))
                    .forEach(header -> statuses.addAll(header.getRequired() ? Set.of("412", "428") : Set.of("412")));
        }
        return statuses;
    }

    private static Schema<?> problem() {
        var fault = new ObjectSchema()
                .addProperty("pointer", new StringSchema().description("Where in the body, as a JSON pointer."))
                .addProperty("parameter", new StringSchema().description("Which parameter or header."))
                .addProperty("code", new StringSchema().description("What is wrong, for programs."))
                .addProperty("message", new StringSchema().description("What is wrong, for people."))
                .required(List.of("code", "message"));
        return new ObjectSchema()
                .description("What went wrong (RFC 9457).")
                .addProperty("type", new StringSchema().format("uri-reference"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("code", new StringSchema().description("The kind of problem; never renamed."))
                .addProperty("requestId", new StringSchema().description("As in X-Request-Id and the log."))
                .addProperty("errors", new ArraySchema().items(fault))
                .required(List.of("type", "title", "status", "code"));
    }

    private static Map<String, Object> example(String status, String words) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "/problems/" + code(status));
        example.put("title", words.split("[.;]")[0]);
        example.put("status", Integer.parseInt(status));
        example.put("detail", words);
        example.put("instance", "/api/v1/articles");
        example.put("code", code(status));
        example.put("requestId", "01928f3a-7c1e-7c33-8f00-2b4d6e8a0c55");
        if (status.equals("400")) {
            example.put(
                    "errors",
                    List.of(Map.of(
                            "parameter", "outlt",
                            "code", "unknown-parameter",
                            "message", "there is no such parameter; did you mean `outlet`?")));
        }
        return example;
    }

    private static String code(String status) {
        return switch (status) {
            case "400" -> "invalid-input";
            case "401" -> "unauthenticated";
            case "403" -> "forbidden";
            case "404" -> "not-found";
            case "406" -> "not-acceptable";
            case "409" -> "conflict";
            case "410" -> "gone";
            case "412" -> "precondition-failed";
            case "413" -> "content-too-large";
            case "415" -> "unsupported-media-type";
            case "422" -> "unprocessable";
            case "428" -> "precondition-required";
            case "429" -> "too-many-requests";
            default -> "unavailable";
        };
    }
}

package org.onrecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A newsroom at work with an archive over HTTP, as flows read in tests. Thread-safe. */
public final class Newsroom {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    public Newsroom(int port) {
        this.base = "http://127.0.0.1:" + port + "/api/v1";
    }

    /** An answer of the archive. */
    public record Answer(int status, JsonNode json, HttpResponse<String> response) {

        public String text(String pointer) {
            return json.at(pointer).asString();
        }

        public String id() {
            return text("/id");
        }

        public String etag() {
            return response.headers().firstValue("ETag").orElseThrow();
        }

        /** The values at a pointer inside each member of an array. */
        public List<String> each(String array, String pointer) {
            List<String> values = new ArrayList<>();
            json.at(array).forEach(member -> values.add(member.at(pointer).asString()));
            return values;
        }
    }

    /** Hands in text as somebody pasted it, and waits until search sees it. */
    public Answer submit(String pasted, String... parameters) {
        return send(
                "POST", "/articles?refresh=wait" + query(parameters), BodyPublishers.ofString(pasted), "text/plain");
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), null);
    }

    public Answer get(String path, String header, String value) {
        return send("GET", path, BodyPublishers.noBody(), null, header, value);
    }

    public Answer post(String path, String json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json), "application/json", headers);
    }

    public Answer post(String path, String body, MediaType type) {
        return send("POST", path, BodyPublishers.ofString(body), type.value());
    }

    public Answer put(String path, String json, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(json), "application/json", headers);
    }

    /** Changes a resource as it is now. */
    public Answer patch(String path, String json) {
        return send(
                "PATCH",
                path,
                BodyPublishers.ofString(json),
                "application/merge-patch+json",
                "If-Match",
                get(path.replaceAll("\\?.*", "")).etag());
    }

    public Answer send(String method, String path, String... headers) {
        return send(method, path, BodyPublishers.noBody(), null, headers);
    }

    public Answer send(String method, String path, String body, MediaType type, String... headers) {
        return send(method, path, BodyPublishers.ofString(body), type.value(), headers);
    }

    /** A type of body. */
    public record MediaType(String value) {

        public static final MediaType PATCH = new MediaType("application/merge-patch+json");
        public static final MediaType HTML = new MediaType("text/html");
        public static final MediaType NDJSON = new MediaType("application/x-ndjson");
        public static final MediaType TEXT = new MediaType("text/plain");
    }

    private static String query(String... parameters) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            query.append('&').append(parameters[i]).append('=').append(encoded(parameters[i + 1]));
        }
        return query.toString();
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A JSON string. */
    public static String quoted(String value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The lines of an NDJSON answer. */
    public static List<JsonNode> lines(Answer answer) {
        return answer.response().body().lines().map(MAPPER::readTree).collect(Collectors.toList());
    }

    private Answer send(String method, String path, BodyPublisher body, @Nullable String type, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            boolean single = response.headers()
                    .firstValue("Content-Type")
                    .filter(value -> value.contains("json") && !value.contains("ndjson"))
                    .isPresent();
            JsonNode json = single && !response.body().isEmpty() ? MAPPER.readTree(response.body()) : MAPPER.nullNode();
            return new Answer(response.statusCode(), json, response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

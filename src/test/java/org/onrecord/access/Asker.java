package org.onrecord.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the archive, over few connections that stay open. Thread-safe.
 *
 * @param key null to send none
 */
record Asker(HttpClient http, int port, @Nullable String key) {

    private static final JsonMapper MAPPER = new JsonMapper();

    HttpResponse<String> send(String method, String target, @Nullable String json, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(method + " " + target, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    HttpResponse<String> get(String target, String... headers) {
        return send("GET", target, null, headers);
    }

    JsonNode json(String target) {
        return read(get(target));
    }

    /** Sends what must succeed. */
    JsonNode write(String method, String target, @Nullable String json) {
        return read(send(method, "/api/v1" + target, json, "If-Match", "*"));
    }

    private static JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.request() + " " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? MAPPER.nullNode() : MAPPER.readTree(answer.body());
    }
}

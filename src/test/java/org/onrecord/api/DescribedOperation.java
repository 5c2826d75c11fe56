package org.onrecord.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An operation as the archive's own OpenAPI document describes it.
 *
 * @param method in upper case
 * @param path with its variables in braces
 */
public record DescribedOperation(String method, String path, JsonNode json) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** All of them. */
    public static List<DescribedOperation> all(int port) throws IOException {
        JsonNode document =
                new RawHttp(port).send("GET", "/v3/api-docs", "", "").json();
        List<DescribedOperation> operations = new ArrayList<>();
        document.at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> operations.add(new DescribedOperation(
                                member.getKey().toUpperCase(Locale.ROOT), path.getKey(), member.getValue()))));
        return operations;
    }

    /** A query parameter; constants it may be, none where it may be any text. */
    public record Parameter(String name, boolean required, List<String> constants) {}

    /** Its query parameters. */
    public List<Parameter> queryParameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode parameter : json.at("/parameters")) {
            if (parameter.at("/in").asString().equals("query")) {
                List<String> constants = new ArrayList<>();
                parameter
                        .at("/schema")
                        .findValues("enum")
                        .forEach(values -> values.forEach(value -> constants.add(value.asString())));
                parameters.add(new Parameter(
                        parameter.at("/name").asString(),
                        parameter.at("/required").asBoolean(false),
                        List.copyOf(constants)));
            }
        }
        return parameters;
    }

    /** A body it takes, as its document shows one; empty where it takes none. */
    public String exampleBody() {
        return json.at("/requestBody/content/application~1json/example").isMissingNode()
                ? ""
                : json.at("/requestBody/content/application~1json/example").toString();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

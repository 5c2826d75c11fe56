package org.onrecord.api.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an example of anything a schema describes, with values a newsroom would recognise by their members' names. */
final class Examples {

    static final String ID = "01928f3a-7c1e-7d52-9b3f-6a4e2c8d1f00";
    private static final int DEEPEST = 6;

    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("id", ID),
            Map.entry("articleId", "01928f3a-7c1e-7b10-8a44-0c9d5e7f2a11"),
            Map.entry("entityId", "01928f3a-7c1e-7a90-b1c2-5d6e7f809122"),
            Map.entry("headline", "Harbour bridge to close for repairs"),
            Map.entry("standfirst", "The crossing shuts on Monday for six weeks"),
            Map.entry("byline", "By Ana Ruiz"),
            Map.entry("dateline", "PORT ELLERY, 2 March"),
            Map.entry(
                    "body",
                    "The harbour bridge will close on Monday. “We cannot wait any longer,” said the mayor, Ida Lund."),
            Map.entry("content", "We cannot wait any longer,"),
            Map.entry("text", "Ida Lund"),
            Map.entry("prefix", "will close on Monday. “"),
            Map.entry("suffix", "” said the mayor"),
            Map.entry("name", "Ida Lund"),
            Map.entry("label", "Harbour Gazette"),
            Map.entry("value", "harbour-gazette"),
            Map.entry("slug", "harbour-gazette"),
            Map.entry("outlet", "harbour-gazette"),
            Map.entry("homepage", "https://gazette.example.org/"),
            Map.entry("country", "GB"),
            Map.entry("url", "https://gazette.example.org/news/bridge"),
            Map.entry("externalId", "gazette-20471"),
            Map.entry("section", "local"),
            Map.entry("tag", "harbour"),
            Map.entry("rights", "© Harbour Gazette"),
            Map.entry("language", "en"),
            Map.entry("description", "Mayor of Port Ellery"),
            Map.entry("reason", "The speaker was misheard"),
            Map.entry("requestId", "01928f3a-7c1e-7c33-8f00-2b4d6e8a0c55"),
            Map.entry("textSha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            Map.entry("secret", "or_8kJx2vQnR5tY7uWz1aBcD3eFgH4iJ6kLmN9oPqRsTuV"),
            Map.entry("hint", "or_8kJx2"),
            Map.entry("callerId", "key:" + ID),
            Map.entry("callerName", "the news desk"),
            Map.entry("createdBy", "local"),
            Map.entry("method", "POST"),
            Map.entry("path", "/api/v1/articles"),
            Map.entry("location", "/api/v1/articles/" + ID),
            Map.entry("parsed", "harbour AND bridge"),
            Map.entry("status", 201),
            Map.entry("start", 43),
            Map.entry("end", 69),
            Map.entry("total", 1),
            Map.entry("limit", 20),
            Map.entry("version", 1),
            Map.entry("confidence", 0.93),
            Map.entry("q", "harbour AND bridge"),
            Map.entry("cursor", "pOa3…"),
            Map.entry("tz", "Europe/London"),
            Map.entry("interval", "day"),
            Map.entry("next", "https://archive.example.org/api/v1/articles?limit=1&cursor=pOa3"));

    private final Map<String, Schema> schemas;

    @SuppressWarnings("rawtypes")
    Examples(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** An example of this schema. */
    @Nullable
    Object of(Schema<?> schema) {
        return of("", schema, 0);
    }

    /** An example of what goes by this name. */
    @Nullable
    Object of(String name, Schema<?> schema) {
        return of(name, schema, 0);
    }

    private @Nullable Object of(String name, Schema<?> given, int depth) {
        var schema = resolved(given);
        if (schema == null || depth > DEEPEST) {
            return null;
        }
        if (schema.getExample() != null) {
            return schema.getExample();
        }
        if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            return schema.getEnum().get(0);
        }
        if (is(schema, "array")) {
            return list(name, schema, depth);
        }
        if (is(schema, "object") || schema.getProperties() != null) {
            return object(schema, depth);
        }
        return scalar(name, schema);
    }

    private @Nullable Schema<?> resolved(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return schemas.get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
        }
        if (schema.getOneOf() != null && !schema.getOneOf().isEmpty()) {
            return resolved(schema.getOneOf().get(0));
        }
        return schema;
    }

    private List<Object> list(String name, Schema<?> schema, int depth) {
        var list = new ArrayList<Object>();
        var singular = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        var item = schema.getItems() == null ? null : of(singular, schema.getItems(), depth + 1);
        if (item != null) {
            list.add(item);
        }
        return list;
    }

    private Map<String, @Nullable Object> object(Schema<?> schema, int depth) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        if (schema.getProperties() != null) {
            boolean isOutlet = schema.getProperties().containsKey("slug");
            schema.getProperties().forEach((name, member) -> {
                var value = of(name, (Schema<?>) member, depth + 1);
                object.put(name, isOutlet && name.equals("name") ? "Harbour Gazette" : value);
            });
        } else if (schema.getAdditionalProperties() instanceof Schema<?> value) {
            object.put("wikidata", of("wikidata", value, depth + 1));
        }
        return object;
    }

    private static @Nullable Object scalar(String name, Schema<?> schema) {
        var known = VALUES.get(name);
        if (is(schema, "integer")) {
            return known instanceof Integer ? known : 1;
        }
        if (is(schema, "number")) {
            return known instanceof Number ? known : 0.5;
        }
        if (is(schema, "boolean")) {
            return true;
        }
        if ("date-time".equals(schema.getFormat())) {
            return "2026-03-02T09:30:00Z";
        }
        if ("uuid".equals(schema.getFormat())) {
            return known instanceof String text && text.length() == ID.length() ? known : ID;
        }
        return known instanceof String ? known : name.isEmpty() ? "text" : name;
    }

    private static boolean is(Schema<?> schema, String type) {
        Set<String> types = schema.getTypes();
        return types == null ? type.equals(schema.getType()) : types.contains(type);
    }
}

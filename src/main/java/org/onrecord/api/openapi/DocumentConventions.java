package org.onrecord.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.RequestIds;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Completes the document: names, words, statuses, problems, headers, and an example of everything. */
class DocumentConventions implements OpenApiCustomizer {

    private static final String JSON = "application/json";
    private static final Map<String, String> TAGS = Map.of(
            "articles", "Articles and what was found in them.",
            "quotes", "Who said what.",
            "entities", "The people, organisations and places named.",
            "outlets", "Who publishes.",
            "suggest", "Completions while someone types.",
            "extract", "The analysis alone; nothing is stored.",
            "keys", "Who may use the service; for admins.",
            "audit", "Who changed what; for admins.",
            "admin", "The archive as a whole; for admins.",
            "about", "What there is.");

    /** Bodies whose members depend on each other, or that their schema says too little of, by operation. */
    private static final Map<String, Object> BODIES = Map.of(
            "changeArticle", Map.of("section", "local"),
            "changeQuote", Map.of("status", "confirmed"),
            "changeEntity", Map.of("name", "Ida Lund"),
            "changeOutlet", Map.of("name", "Harbour Gazette"),
            "changeKey", Map.of("name", "the news desk"),
            "createQuote",
                    Map.of(
                            "articleId",
                            Examples.ID,
                            "kind",
                            "direct",
                            "start",
                            43,
                            "end",
                            69,
                            "speaker",
                            Map.of("name", "Ida Lund")));

    private final OperationTable table;
    private final RecordTypes records;

    DocumentConventions(OperationTable table, RecordTypes records) {
        this.table = table;
        this.records = records;
    }

    @Override
    public void customise(OpenAPI document) {
        if (document.getComponents().getSchemas() == null) {
            document.getComponents().setSchemas(new LinkedHashMap<>());
        }
        document.getComponents().getSchemas().forEach(this::tellNullness);
        document.getComponents().getSchemas().values().forEach(DocumentConventions::lowerEnums);
        ProblemDescriptions.addTo(document.getComponents());
        describePatches(document);
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> complete(document, path, item, method, operation)));
        addExamples(document);
        document.setTags(document.getPaths().keySet().stream()
                .map(DocumentConventions::tag)
                .distinct()
                .sorted()
                .map(name -> new Tag().name(name).description(TAGS.getOrDefault(name, "More.")))
                .toList());
    }

    /** What a record says of null: members that may be, and members that are always there. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private void tellNullness(String name, Schema schema) {
        var type = records.behind(name);
        Map<String, Schema> properties = schema.getProperties();
        if (type.isEmpty() || properties == null) {
            return;
        }
        Set<String> required = new TreeSet<>();
        for (var component : RecordTypes.components(type.get())) {
            var member = properties.get(component.getName());
            if (member == null) {
                continue;
            }
            if (!RecordTypes.isNullable(component)) {
                required.add(component.getName());
            } else if (!RecordTypes.isLeftOut(component)) {
                properties.put(component.getName(), orNull(member));
            }
        }
        schema.setRequired(required.isEmpty() ? null : List.copyOf(required));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static Schema orNull(Schema schema) {
        if (schema.get$ref() != null) {
            var nothing = new Schema<>();
            nothing.setTypes(Set.of("null"));
            return new Schema<>().oneOf(List.of(schema, nothing));
        }
        Set<String> types = new LinkedHashSet<>(schema.getTypes() == null ? Set.of() : schema.getTypes());
        if (types.isEmpty() && schema.getType() != null) {
            types.add(schema.getType());
        }
        if (!types.isEmpty()) {
            types.add("null");
            schema.setTypes(types);
            if (schema.getEnum() != null) {
                schema.addEnumItemObject(null);
            }
        }
        return schema;
    }

    /** Constants are lower case outside; what is not one, like a member's name, is told as it is. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void lowerEnums(Schema schema) {
        if (schema.getEnum() != null) {
            schema.setEnum(new ArrayList<>(((List<Object>) schema.getEnum())
                    .stream().map(DocumentConventions::outside).toList()));
        }
        if (schema.getProperties() != null) {
            ((Map<String, Schema>) schema.getProperties()).values().forEach(DocumentConventions::lowerEnums);
        }
        if (schema.getItems() != null) {
            lowerEnums(schema.getItems());
        }
        if (schema.getAdditionalProperties() instanceof Schema more) {
            lowerEnums(more);
        }
    }

    private static @Nullable Object outside(@Nullable Object value) {
        return value instanceof String name && name.matches("[A-Z][A-Z0-9_]*") ? name.toLowerCase(Locale.ROOT) : value;
    }

    private static void describePatches(OpenAPI document) {
        var patch = new Schema<>();
        patch.setTypes(Set.of("object"));
        patch.setAdditionalProperties(true);
        patch.setDescription("A merge patch (RFC 7396): members present are set, members null are cleared, members"
                + " absent stay. The members are those of the body PUT takes, or those the resource documents.");
        if (document.getComponents().getSchemas().containsKey("MergePatch")) {
            document.getComponents().addSchemas("MergePatch", patch);
        }
    }

    private void complete(
            OpenAPI document, String path, PathItem item, PathItem.HttpMethod method, Operation operation) {
        var line = table.of(method.name(), path);
        operation.setOperationId(line.operationId());
        operation.setSummary(line.summary());
        operation.setTags(List.of(tag(path)));
        if (operation.getExtensions() != null) {
            operation.getExtensions().remove(OperationConventions.KNOWN);
        }
        if (operation.getParameters() != null) {
            Set<String> seen = new LinkedHashSet<>();
            operation.setParameters(new ArrayList<>(operation.getParameters().stream()
                    .filter(parameter -> seen.add(parameter.getIn() + " " + parameter.getName()))
                    .toList()));
            operation.getParameters().forEach(parameter -> {
                if (parameter.getSchema() != null) {
                    lowerEnums(parameter.getSchema());
                }
            });
        }
        if (line.statuses().contains("304")) {
            operation.addParametersItem(new Parameter()
                    .in("header")
                    .name("If-None-Match")
                    .required(false)
                    .description("ETags seen before, or `*`: if it is still one of these, the answer is 304.")
                    .schema(new StringSchema())
                    .example("\"3\""));
        }
        tellSuccess(document, path, operation, line.statuses());
        if (path.equals("/api/v1")) {
            operation.setSecurity(List.of());
        }
        ProblemDescriptions.possible(path, method, operation)
                .forEach(status ->
                        operation.getResponses().addApiResponse(status, ProblemDescriptions.reference(status)));
    }

    private static String tag(String path) {
        var segments = path.split("/");
        return segments.length > 3 ? segments[3] : "about";
    }

    private static void tellSuccess(OpenAPI document, String path, Operation operation, List<String> statuses) {
        var responses = operation.getResponses();
        var first = responses.values().stream().findFirst().orElseGet(ApiResponse::new);
        var content = content(document, path, first);
        if (!statuses.isEmpty()) {
            responses.clear();
            statuses.forEach(status -> responses.addApiResponse(status, new ApiResponse()));
        }
        responses.forEach((status, response) -> {
            response.setDescription(words(status));
            boolean hasBody = !Set.of("204", "304", "308").contains(status);
            response.setContent(hasBody ? content : null);
            tellHeaders(path, operation, status, response);
        });
    }

    /** What is answered; where the signature does not say, because an answer may be a stored one: what a GET shows. */
    private static @Nullable Content content(OpenAPI document, String path, ApiResponse response) {
        var content = new Content();
        if (response.getContent() != null) {
            response.getContent()
                    .forEach((type, media) -> content.addMediaType(type.equals("*/*") ? JSON : type, media));
        }
        boolean saysNothing =
                content.values().stream().allMatch(media -> media.getSchema() == null || isAnything(media.getSchema()));
        if (content.isEmpty() || !saysNothing) {
            return content.isEmpty() ? null : content;
        }
        return document.getPaths().entrySet().stream()
                .filter(entry -> entry.getKey().equals(path) || entry.getKey().matches("\\Q" + path + "\\E/\\{[^/]+}"))
                .map(Map.Entry::getValue)
                .filter(item -> item.getGet() != null)
                .map(item -> item.getGet().getResponses().get("200"))
                .filter(shown -> shown != null && shown.getContent() != null && isOne(shown))
                .map(shown -> new Content()
                        .addMediaType(
                                JSON,
                                new MediaType()
                                        .schema(shown.getContent()
                                                .values()
                                                .iterator()
                                                .next()
                                                .getSchema())))
                .findFirst()
                .orElse(content);
    }

    private static boolean isAnything(Schema<?> schema) {
        return schema.get$ref() == null && schema.getProperties() == null && schema.getItems() == null;
    }

    private static boolean isOne(ApiResponse shown) {
        var schema = shown.getContent().values().iterator().next().getSchema();
        return schema != null && schema.get$ref() != null && !schema.get$ref().contains("ResultList");
    }

    private static String words(String status) {
        return switch (status) {
            case "201" -> "Created.";
            case "204" -> "Done.";
            case "304" -> "Unchanged since the ETag given.";
            case "308" -> "Merged into another, which Location names.";
            default -> "The answer.";
        };
    }

    private static void tellHeaders(String path, Operation operation, String status, ApiResponse response) {
        response.addHeaderObject(RequestIds.HEADER, header("The request's id."));
        boolean takesConditions = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
        boolean showsOne = path.endsWith("}") || path.endsWith("/by-url");
        if (!status.equals("204") && (showsOne || takesConditions || status.equals("201"))) {
            response.addHeaderObject("ETag", header("The version, for If-Match and If-None-Match."));
        }
        if (status.equals("201") || status.equals("308")) {
            response.addHeaderObject("Location", header("Where it is."));
        }
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    @SuppressWarnings("rawtypes")
    private static void addExamples(OpenAPI document) {
        var examples = new Examples(document.getComponents().getSchemas());
        document.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .forEach(operation -> {
                    if (operation.getRequestBody() != null) {
                        operation.getRequestBody().setRequired(true);
                        operation.getRequestBody().getContent().forEach((type, media) -> {
                            if (BODIES.containsKey(operation.getOperationId())) {
                                media.setExample(BODIES.get(operation.getOperationId()));
                            }
                            example(examples, type, media);
                        });
                    }
                    operation.getResponses().values().stream()
                            .filter(response -> response.getContent() != null)
                            .forEach(response ->
                                    response.getContent().forEach((type, media) -> example(examples, type, media)));
                    if (operation.getParameters() != null) {
                        operation.getParameters().stream()
                                .filter(parameter -> parameter.getExample() == null && parameter.getSchema() != null)
                                .forEach(parameter ->
                                        parameter.setExample(examples.of(parameter.getName(), parameter.getSchema())));
                    }
                });
    }

    private static void example(Examples examples, String type, MediaType media) {
        if (media.getExample() != null || media.getExamples() != null) {
            return;
        }
        if (type.startsWith("text/plain")) {
            media.setSchema(new StringSchema());
            media.setExample("Harbour bridge to close for repairs\nBy Ana Ruiz\n\nThe harbour bridge will close on"
                    + " Monday. “We cannot wait any longer,” said the mayor, Ida Lund.");
        } else if (type.startsWith("text/html")) {
            media.setSchema(new StringSchema());
            media.setExample("<article><h1>Harbour bridge to close for repairs</h1><p>The harbour bridge will close on"
                    + " Monday.</p></article>");
        } else if (type.startsWith("application/x-ndjson")) {
            media.setSchema(new StringSchema());
            media.setExample("{\"headline\":\"Harbour bridge to close\",\"body\":\"The bridge will close.\"}\n");
        } else if (media.getSchema() != null) {
            media.setExample(examples.of(media.getSchema()));
        }
    }
}

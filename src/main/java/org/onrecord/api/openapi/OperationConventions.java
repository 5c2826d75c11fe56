package org.onrecord.api.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.onrecord.api.IdempotencyKey;
import org.onrecord.api.Preconditions;
import org.onrecord.api.input.DeclaredParameters;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Tells of one operation what its controller method's signature says: its parameters and what it answers with. */
class OperationConventions implements OperationCustomizer {

    /** Only while the document is made. */
    static final String KNOWN = "x-known-parameters";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        tellParameters(operation, DeclaredParameters.of(method));
        tellMediaTypes(operation, method);
        if (takes(method, Preconditions.class)) {
            // What a request may make as well as change need not have been seen before.
            boolean upsert = takes(method, IdempotencyKey.class);
            operation.addParametersItem(
                    header("If-Match", !upsert, "The ETag the change was made for, or `*`.", "\"3\""));
            if (upsert) {
                operation.addParametersItem(header("If-None-Match", false, "`*` to make it, not to change it.", "*"));
            }
        }
        if (takes(method, IdempotencyKey.class)) {
            operation.addParametersItem(header(
                    IdempotencyKey.HEADER,
                    false,
                    "A name for this request: sent again under the same name, it is answered the same for a day"
                            + " and not done twice.",
                    "5f0c1d3e-9a43-4c6e-8a2f-1d8a7c3b9e10"));
        }
        if (answersNothing(method)) {
            operation.getResponses().remove("200");
            operation.getResponses().addApiResponse("204", new ApiResponse().description("Done."));
        }
        return operation;
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static boolean answersNothing(HandlerMethod method) {
        var returned = method.getReturnType();
        return returned.getParameterType() == void.class && !takes(method, HttpServletResponse.class)
                || returned.getParameterType() == ResponseEntity.class
                        && returned.getGenericParameterType().getTypeName().endsWith("<java.lang.Void>");
    }

    private static Parameter header(String name, boolean required, String description, String example) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(required)
                .description(description)
                .schema(new StringSchema())
                .example(example);
    }

    /** The names callers use and the parameters they may repeat, as they are enforced. */
    private static void tellParameters(Operation operation, DeclaredParameters declared) {
        var told = new ArrayList<Parameter>(operation.getParameters() == null ? List.of() : operation.getParameters());
        for (var parameter : told) {
            if ("query".equals(parameter.getIn()) && !declared.knows(parameter.getName())) {
                declared.names().stream()
                        .filter(name -> camelCase(name).equals(parameter.getName()))
                        .findFirst()
                        .ifPresent(parameter::setName);
            }
        }
        var known = known(operation);
        known.addAll(declared.names());
        told.removeIf(parameter -> "query".equals(parameter.getIn()) && !known.contains(parameter.getName()));
        for (String name : declared.names()) {
            if (told.stream().noneMatch(parameter -> name.equals(parameter.getName()))) {
                Schema<?> schema = new StringSchema();
                told.add(new Parameter()
                        .in("query")
                        .name(name)
                        .required(false)
                        .schema(declared.mayRepeat(name) ? new ArraySchema().items(schema) : schema));
            }
        }
        operation.setParameters(told.isEmpty() ? null : told);
    }

    /** The parameters of all methods that share the operation, each for another type of body. */
    @SuppressWarnings("unchecked")
    private static Set<String> known(Operation operation) {
        Object known = operation.getExtensions() == null
                ? null
                : operation.getExtensions().get(KNOWN);
        if (known != null) {
            return (Set<String>) known;
        }
        Set<String> fresh = new TreeSet<>();
        operation.addExtension(KNOWN, fresh);
        return fresh;
    }

    /** What methods take and give that read the request and write the answer themselves. */
    private static void tellMediaTypes(Operation operation, HandlerMethod method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        if (mapping == null) {
            return;
        }
        if (operation.getRequestBody() == null && mapping.consumes().length > 0) {
            operation.setRequestBody(new RequestBody().content(strings(mapping.consumes())));
        }
        var answer = operation.getResponses().get("200");
        boolean writesItself = takes(method, HttpServletResponse.class);
        var produced = writesItself && mapping.produces().length == 0 ? mapping.consumes() : mapping.produces();
        if (answer != null && answer.getContent() == null && produced.length > 0) {
            answer.setContent(strings(produced));
        }
    }

    private static Content strings(String[] types) {
        var content = new Content();
        for (String type : types) {
            content.addMediaType(type, new MediaType().schema(new StringSchema()));
        }
        return content;
    }

    /** {@code not.outlet} as a record component is called: {@code notOutlet}. */
    private static String camelCase(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? name
                : name.substring(0, dot)
                        + name.substring(dot + 1, dot + 2).toUpperCase(Locale.ROOT)
                        + name.substring(dot + 2);
    }
}

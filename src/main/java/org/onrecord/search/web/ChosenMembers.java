package org.onrecord.search.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ResultList;
import org.onrecord.api.input.JsonShape;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.api.problem.Suggestion;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gives the results of a list only the members asked for: {@code fields=id,headline}. After all who look at the list. */
@RestControllerAdvice(
        assignableTypes = {ArticleSearchController.class, QuoteSearchController.class, EntitySearchController.class})
@Order(Ordered.LOWEST_PRECEDENCE)
class ChosenMembers implements ResponseBodyAdvice<Object> {

    static final String PARAMETER = "fields";

    private final JsonMapper json;

    ChosenMembers(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return returned.getParameterType() == ResultList.class;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object list,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        HttpServletRequest servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
        String fields = servletRequest.getParameter(PARAMETER);
        if (fields == null || list == null) {
            return list;
        }
        Set<String> chosen = chosen(fields, members(resultsOf(returned)));
        ObjectNode answer = (ObjectNode) json.readTree(json.writeValueAsBytes(list));
        for (JsonNode result : answer.get("results")) {
            ((ObjectNode) result).retain(chosen);
        }
        return answer;
    }

    /** What the lists a method returns show of each result. */
    static Class<?> resultsOf(MethodParameter returned) {
        return JsonShape.of(Objects.requireNonNull(
                ResolvableType.forMethodParameter(returned).resolveGeneric(0)));
    }

    private static Set<String> chosen(String fields, List<String> known) {
        Set<String> chosen = new LinkedHashSet<>();
        for (String field : fields.split(",", -1)) {
            String name = field.strip();
            if (!known.contains(name)) {
                throw InvalidInput.parameter(
                        PARAMETER,
                        "unknown-member",
                        "results have no member `" + name + "`" + Suggestion.of(name, known));
            }
            chosen.add(name);
        }
        return chosen;
    }

    /** The members of a kind of result as JSON has them. */
    static List<String> members(Class<?> result) {
        return Arrays.stream(result.getRecordComponents())
                .flatMap(ChosenMembers::members)
                .toList();
    }

    private static Stream<String> members(RecordComponent component) {
        boolean unwrapped = component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
        return unwrapped ? members(component.getType()).stream() : Stream.of(component.getName());
    }
}

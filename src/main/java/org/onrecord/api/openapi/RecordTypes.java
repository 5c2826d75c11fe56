package org.onrecord.api.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.input.JsonShape;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The records that requests and answers are made of, by the name their schema has. */
final class RecordTypes {

    private final Map<String, Class<?>> byName = new HashMap<>();

    private RecordTypes() {}

    static RecordTypes of(Collection<RequestMappingHandlerMapping> mappings) {
        var types = new RecordTypes();
        var waiting = new ArrayDeque<ResolvableType>();
        for (var mapping : mappings) {
            for (HandlerMethod method : mapping.getHandlerMethods().values()) {
                waiting.add(ResolvableType.forMethodReturnType(method.getMethod()));
                for (var parameter : method.getMethodParameters()) {
                    waiting.add(ResolvableType.forMethodParameter(parameter));
                }
            }
        }
        types.gather(waiting);
        return types;
    }

    private void gather(ArrayDeque<ResolvableType> waiting) {
        Set<String> seen = new HashSet<>();
        while (!waiting.isEmpty()) {
            var type = waiting.poll();
            if (!seen.add(type.toString())) {
                continue;
            }
            for (var argument : type.getGenerics()) {
                waiting.add(argument);
            }
            if (type.isArray()) {
                waiting.add(type.getComponentType());
            }
            var raw = JsonShape.of(type.toClass());
            if (raw.isRecord() && raw.getName().startsWith("org.onrecord.")) {
                keep(raw);
                for (RecordComponent component : raw.getRecordComponents()) {
                    waiting.add(ResolvableType.forType(component.getGenericType(), type));
                }
            }
        }
    }

    /** Schemas are called like their records: two of one name would be described as one. */
    private void keep(Class<?> type) {
        var other = byName.put(type.getSimpleName(), type);
        if (other != null && other != type) {
            throw new IllegalStateException(other.getName() + " and " + type.getName() + " need different names: both"
                    + " would be the schema " + type.getSimpleName());
        }
    }

    /** The record behind a schema; the name of a generic record's schema has its argument's behind it. */
    Optional<Class<?>> behind(String schema) {
        var exact = byName.get(schema);
        if (exact != null) {
            return Optional.of(exact);
        }
        return byName.values().stream()
                .filter(type -> type.getTypeParameters().length > 0 && schema.startsWith(type.getSimpleName()))
                .findFirst();
    }

    /** The record's components as JSON shows them, with those of records that are unwrapped into it. */
    static List<RecordComponent> components(Class<?> type) {
        var components = new ArrayList<RecordComponent>();
        for (var component : type.getRecordComponents()) {
            if (component.getType().isRecord() && component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                components.addAll(components(component.getType()));
            } else {
                components.add(component);
            }
        }
        return components;
    }

    /** Whether the component may be null. */
    static boolean isNullable(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    /** Whether the component is left out where it is null. */
    static boolean isLeftOut(RecordComponent component) {
        var own = component.getAccessor().getAnnotation(JsonInclude.class);
        var include = own != null ? own : component.getDeclaringRecord().getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }
}

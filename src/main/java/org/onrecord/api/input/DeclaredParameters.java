package org.onrecord.api.input;

import java.beans.PropertyDescriptor;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.onrecord.api.Caller;
import org.onrecord.api.IdempotencyKey;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** The query parameters a controller method takes: its own, and the components of records its filters form. */
public final class DeclaredParameters {

    private static final int DEEPEST = 3;

    /** Records a controller method may take that are not made from the query. */
    private static final Set<Class<?>> FROM_ELSEWHERE = Set.of(IdempotencyKey.class, Caller.class);

    private final Map<String, Kind> parameters = new TreeMap<>();

    private DeclaredParameters() {}

    public static DeclaredParameters of(HandlerMethod method) {
        var declared = new DeclaredParameters();
        for (MethodParameter parameter : method.getMethodParameters()) {
            declared.add(parameter);
        }
        var more = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), QueryParameters.class);
        if (more != null) {
            BeanUtils.instantiateClass(more.value())
                    .of(method.getMethod())
                    .forEach((name, repeated) -> declared.parameters.put(name, repeated ? Kind.TEXTS : Kind.TEXT));
        }
        return declared;
    }

    public boolean knows(String name) {
        return parameters.containsKey(name);
    }

    public boolean mayRepeat(String name) {
        return parameters.getOrDefault(name, Kind.TEXT).repeated();
    }

    /** Whether an empty value says something: it does for texts, never for numbers, times and the like. */
    public boolean mayBeEmpty(String name) {
        return parameters.getOrDefault(name, Kind.TEXT).text();
    }

    public Set<String> names() {
        return parameters.keySet();
    }

    private void add(MethodParameter parameter) {
        var type = ResolvableType.forMethodParameter(parameter);
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
            if (!Map.class.isAssignableFrom(parameter.getParameterType())) {
                parameters.put(ParameterNames.of(parameter), Kind.of(type));
            }
        } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
            addMembers("", type, 0);
        } else if (parameter.getParameterAnnotations().length == 0 || onlyMarks(parameter)) {
            addUnannotated(parameter, type);
        }
    }

    /** Without an annotation of Spring's, simple types are parameters and others are bound from several. */
    private void addUnannotated(MethodParameter parameter, ResolvableType type) {
        var raw = parameter.getParameterType();
        if (BeanUtils.isSimpleProperty(raw)) {
            parameters.put(ParameterNames.of(parameter), Kind.of(type));
        } else if (raw.isRecord() && !FROM_ELSEWHERE.contains(raw)) {
            addMembers("", type, 0);
        }
    }

    private static boolean onlyMarks(MethodParameter parameter) {
        return Arrays.stream(parameter.getParameterAnnotations())
                .map(annotation -> annotation.annotationType().getName())
                .noneMatch(name -> name.startsWith("org.springframework."));
    }

    private void addMembers(String prefix, ResolvableType type, int depth) {
        var raw = type.toClass();
        if (depth > DEEPEST) {
            return;
        }
        if (raw.isRecord()) {
            // The annotation that renames a component is the constructor parameter's, not the component's.
            for (var parameter : BeanUtils.getResolvableConstructor(raw).getParameters()) {
                var renamed = parameter.getAnnotation(BindParam.class);
                addMember(
                        prefix + (renamed == null ? parameter.getName() : renamed.value()),
                        parameter.getParameterizedType(),
                        depth);
            }
        } else {
            for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(raw)) {
                if (property.getWriteMethod() != null) {
                    addMember(
                            prefix + property.getName(),
                            property.getWriteMethod().getGenericParameterTypes()[0],
                            depth);
                }
            }
        }
    }

    private void addMember(String name, Type generic, int depth) {
        var type = ResolvableType.forType(generic);
        var raw = type.toClass();
        if (raw.isRecord()) {
            addMembers(name + ".", type, depth + 1);
        } else {
            parameters.put(name, Kind.of(type));
        }
    }

    /**
     * What a parameter takes.
     *
     * @param repeated whether it may be given more than once
     * @param text whether its values are texts
     */
    private record Kind(boolean repeated, boolean text) {

        static final Kind TEXT = new Kind(false, true);
        static final Kind TEXTS = new Kind(true, true);

        static Kind of(ResolvableType type) {
            var raw = type.toClass();
            boolean repeated = raw.isArray() || Collection.class.isAssignableFrom(raw);
            var value = raw.isArray()
                    ? type.getComponentType()
                    : repeated ? type.asCollection().getGeneric() : type;
            return new Kind(repeated, value.toClass() == String.class);
        }
    }
}

package org.onrecord.api;

import java.beans.PropertyDescriptor;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    /** By name, whether it may be repeated. */
    private final Map<String, Boolean> parameters = new TreeMap<>();

    private DeclaredParameters() {}

    public static DeclaredParameters of(HandlerMethod method) {
        var declared = new DeclaredParameters();
        for (MethodParameter parameter : method.getMethodParameters()) {
            declared.add(parameter);
        }
        var more = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), QueryParameters.class);
        if (more == null) {
            more = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), QueryParameters.class);
        }
        if (more != null) {
            Arrays.stream(more.single()).forEach(name -> declared.parameters.put(name, false));
            Arrays.stream(more.repeated()).forEach(name -> declared.parameters.put(name, true));
        }
        return declared;
    }

    public boolean knows(String name) {
        return parameters.containsKey(name);
    }

    public boolean mayRepeat(String name) {
        return parameters.getOrDefault(name, false);
    }

    public Set<String> names() {
        return parameters.keySet();
    }

    private void add(MethodParameter parameter) {
        var type = ResolvableType.forMethodParameter(parameter);
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
            if (!Map.class.isAssignableFrom(parameter.getParameterType())) {
                parameters.put(ParameterNames.of(parameter), isMany(type.toClass()));
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
            parameters.put(ParameterNames.of(parameter), raw.isArray());
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
        if (isMany(raw)) {
            parameters.put(name, true);
        } else if (raw.isRecord()) {
            addMembers(name + ".", type, depth + 1);
        } else {
            parameters.put(name, false);
        }
    }

    private static boolean isMany(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }
}

package org.onrecord.api.input;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What callers call a controller method's parameter. */
public final class ParameterNames {

    private ParameterNames() {}

    public static String of(MethodParameter parameter) {
        var query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null && !query.name().isEmpty()) {
            return query.name();
        }
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null && !header.name().isEmpty()) {
            return header.name();
        }
        var name = parameter.getParameterName();
        return name == null ? "parameter" : name;
    }
}

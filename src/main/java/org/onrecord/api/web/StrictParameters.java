package org.onrecord.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.onrecord.api.input.BodyLimit;
import org.onrecord.api.input.DeclaredParameters;
import org.onrecord.api.input.Limits;
import org.onrecord.api.problem.Fault;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.api.problem.Suggestion;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets only those query parameters pass which the controller method declares, and each as often as it can be meant. */
class StrictParameters implements HandlerInterceptor {

    private final Map<HandlerMethod, DeclaredParameters> declared = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !isOurs(method)) {
            return true;
        }
        LimitedBody.of(request).ifPresent(body -> body.limit(limit(method)));
        var given = RawQuery.parameters(request.getQueryString());
        if (!given.isEmpty()) {
            var known = declared.computeIfAbsent(method, DeclaredParameters::of);
            var faults = new ArrayList<Fault>();
            given.forEach((name, values) -> {
                if (!known.knows(name)) {
                    var there = known.names().isEmpty() ? "; there are none here" : Suggestion.of(name, known.names());
                    faults.add(Fault.parameter(name, "unknown-parameter", "there is no such parameter" + there));
                } else if (values.size() > 1 && !known.mayRepeat(name)) {
                    faults.add(Fault.parameter(name, "repeated-parameter", "may be given once only"));
                } else if (values.contains("") && !known.mayBeEmpty(name)) {
                    faults.add(Fault.parameter(name, "empty-parameter", "must have a value, or be left out"));
                }
            });
            if (!faults.isEmpty()) {
                throw new InvalidInput(faults);
            }
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("org.onrecord.")
                && !(method.getBeanType() == ProblemErrorController.class);
    }

    private static long limit(HandlerMethod method) {
        var limit = method.getMethodAnnotation(BodyLimit.class);
        return limit == null ? Limits.JSON_BYTES : limit.bytes();
    }
}

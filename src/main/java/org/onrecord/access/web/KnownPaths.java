package org.onrecord.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.ServletRequestPathUtils;

/** Which paths there are, and what may be done at each: the same for everybody, as the OpenAPI document is. */
final class KnownPaths {

    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;
    private final ObjectProvider<HandlerExceptionResolver> problems;

    /** @param problems tells what is thrown as a problem, as it does of what controllers throw */
    KnownPaths(
            ObjectProvider<RequestMappingInfoHandlerMapping> mappings,
            ObjectProvider<HandlerExceptionResolver> problems) {
        this.mappings = mappings;
        this.problems = problems;
    }

    /** Answers with 404 or 405 where nobody could do what the request asks for; false where somebody could. */
    boolean deny(HttpServletRequest request, HttpServletResponse response) {
        if (OpenPaths.needNobody(request)) {
            // Files, which no mapping knows of.
            return false;
        }
        Exception nothing = nothingThere(request);
        return nothing != null && problems.getObject().resolveException(request, response, null, nothing) != null;
    }

    private @Nullable Exception nothingThere(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        try {
            for (var mapping : (Iterable<RequestMappingInfoHandlerMapping>) mappings.orderedStream()::iterator) {
                if (mapping.getHandler(request) != null) {
                    return null;
                }
            }
            var path = request.getRequestURI();
            return new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), path, path);
        } catch (HttpRequestMethodNotSupportedException noSuchMethod) {
            return noSuchMethod;
        } catch (Exception otherwiseWrong) {
            // The method is there, the body's type or what is accepted is not: told to those who may use it.
            return null;
        } finally {
            ServletRequestPathUtils.clearParsedRequestPath(request);
        }
    }
}

package org.onrecord.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.onrecord.api.Problems;
import org.onrecord.api.RequestIds;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its id before anything else happens, and every answer the headers all answers have. */
class RequestIdFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = RequestIdFilter.class.getName() + ".id";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = request.getAttribute(ATTRIBUTE) instanceof String earlier
                ? earlier
                : RequestIds.accept(request.getHeader(RequestIds.HEADER));
        request.setAttribute(ATTRIBUTE, id);
        MDC.put(RequestIds.MDC_KEY, id);
        try {
            response.setHeader(RequestIds.HEADER, id);
            StandardHeaders.onEverything(response);
            StandardHeaders.onDocumentation(request, response);
            StandardHeaders.forCaches(request, response);
            chain.doFilter(request, response);
            explain(request, response);
        } finally {
            MDC.remove(RequestIds.MDC_KEY);
        }
    }

    /** Refusals without a word, as some endpoints of libraries give, get one. */
    private static void explain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = response.getStatus();
        boolean mute = status >= 400 && !response.isCommitted() && response.getContentType() == null;
        if (mute && !request.isAsyncStarted()) {
            var problem = Problems.of(HttpStatusCode.valueOf(status), "The request cannot be answered.");
            Problems.write(request, response, problem, new HttpHeaders());
        }
    }

    /** The container's own error pages carry the id as well. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Streams are written from another thread, whose log lines belong to the request too. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}

package org.onrecord.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Problems;
import org.onrecord.api.problem.UnsupportedMedia;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits what is read of a body, and refuses packed ones, whose size would not be known. */
class BodyFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            response.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
            Problems.write(
                    request, response, new UnsupportedMedia("another Content-Encoding", List.of("it unencoded")));
            return;
        }
        if (isAnyType(request.getContentType())) {
            Problems.write(request, response, new UnsupportedMedia("no particular type", List.of("application/json")));
            return;
        }
        chain.doFilter(new LimitedBody(request), response);
    }

    /** A wildcard is what one accepts, never what a body is. */
    private static boolean isAnyType(@Nullable String contentType) {
        return contentType != null && contentType.split(";", 2)[0].contains("*");
    }
}

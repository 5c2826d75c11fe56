package org.onrecord.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Problems;
import org.onrecord.api.problem.InvalidInput;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses paths and queries whose percent-encoding is broken, or is not well-formed text. */
class StrictUrlFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            check("path", request.getRequestURI());
            check("query", request.getQueryString());
        } catch (InvalidInput invalid) {
            Problems.write(request, response, invalid);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void check(String part, @Nullable String encoded) {
        if (encoded != null) {
            RawQuery.decoded(part, encoded);
        }
    }
}

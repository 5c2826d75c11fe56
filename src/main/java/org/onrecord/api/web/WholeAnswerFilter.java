package org.onrecord.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has answers of usual size go out whole, with their length in the head. In pieces as small as Tomcat makes them a list
 * would be handed to the system three times.
 */
class WholeAnswerFilter extends OncePerRequestFilter {

    /** Bytes: more than a list of twenty has. */
    static final int SIZE = 32 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setBufferSize(SIZE);
        chain.doFilter(request, response);
    }
}

package org.onrecord.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.onrecord.api.Caller;
import org.onrecord.api.Problems;
import org.onrecord.api.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps one caller from taking the service away from the others; whoever sits at the machine itself is not counted. */
final class RateLimitFilter extends OncePerRequestFilter {

    private final RateLimits limits;

    RateLimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = SecurityContextHolder.getContext().getAuthentication() instanceof KnownCaller known
                        && !known.getPrincipal().equals(Caller.LOCAL)
                ? limits.take(known.getName())
                : Duration.ZERO;
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            Problems.write(request, response, new TooManyRequests(wait));
        }
    }

    /** 429: the caller asks more often than it may. */
    private static final class TooManyRequests extends Problem {

        TooManyRequests(Duration wait) {
            super(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-requests",
                    "Too many requests",
                    "You ask more often than onrecord.access.requests-per-minute allows.");
            getHeaders()
                    .set(
                            HttpHeaders.RETRY_AFTER,
                            Long.toString(wait.plusMillis(999).toSeconds()));
        }
    }
}

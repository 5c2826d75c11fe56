package org.onrecord.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.onrecord.api.Problems;
import org.onrecord.api.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Tells callers that they are not known, or known but may not, as problems; or that nobody may, since what they ask for
 * does not exist.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final KnownPaths paths;

    Refusals(KnownPaths paths) {
        this.paths = paths;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException unauthenticated)
            throws IOException {
        if (unauthenticated instanceof AuthenticationServiceException failed) {
            throw failed;
        }
        boolean nothingGiven = unauthenticated instanceof InsufficientAuthenticationException;
        if (!paths.deny(request, response)) {
            Problems.write(request, response, new Unauthenticated(nothingGiven));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (!paths.deny(request, response)) {
            Problems.write(request, response, new Forbidden());
        }
    }

    /** 401: nobody knows who is asking. */
    private static final class Unauthenticated extends Problem {

        Unauthenticated(boolean nothingGiven) {
            super(
                    HttpStatus.UNAUTHORIZED,
                    nothingGiven ? "unauthenticated" : "invalid-credentials",
                    "Not known here",
                    nothingGiven
                            ? "Send a key: Authorization: Bearer or_…"
                            : "The key or token is malformed, unknown, expired or revoked.");
            getHeaders()
                    .set(
                            HttpHeaders.WWW_AUTHENTICATE,
                            nothingGiven
                                    ? "Bearer realm=\"onrecord\""
                                    : "Bearer realm=\"onrecord\", error=\"invalid_token\"");
        }
    }

    /** 403: known, but not allowed to. */
    private static final class Forbidden extends Problem {

        Forbidden() {
            super(
                    HttpStatus.FORBIDDEN,
                    "forbidden",
                    "Not allowed",
                    "Your role may not do this; readers read, editors also write, admins also manage keys.");
        }
    }
}

package org.onrecord.access.web;

import jakarta.servlet.http.HttpServletRequest;

/** What anyone may see: the pages about the API and the web page's files, which hold nothing of the archive. */
final class OpenPaths {

    /** Also while the database is away, so the health of the service can be told. */
    static final String[] READABLE = {
        "/",
        "/actuator/health/**",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/v3/api-docs/**",
        "/swagger-ui/**",
        "/swagger-ui.html",
        "/problems/**",
        "/error",
        "/api/v1",
        "/webjars/**"
    };

    private OpenPaths() {}

    /** Whether the request asks for what lies outside the archive, so that nobody need be known. */
    static boolean needNobody(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/api/v1/") && (!path.startsWith("/actuator") || path.startsWith("/actuator/health"));
    }
}

package org.onrecord.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What every answer says to a browser, so that stored text never becomes a page's own script. */
final class StandardHeaders {

    private StandardHeaders() {}

    static void onEverything(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        allow(response, "style-src 'self'");
    }

    /**
     * Swagger UI puts styles into its page by script. Scripts of a page's own are kept out of it as everywhere else.
     */
    static void onDocumentation(HttpServletRequest request, HttpServletResponse response) {
        if (request.getRequestURI().startsWith("/swagger-ui/")) {
            allow(response, "style-src 'self' 'unsafe-inline'");
        }
    }

    private static void allow(HttpServletResponse response, String styles) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; " + styles + "; img-src 'self' data:; connect-src 'self';"
                        + " font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    /**
     * What caches are told unless a controller knows better: answers to reads may be kept but must be checked before
     * they are used again, all others are not kept.
     */
    static void forCaches(HttpServletRequest request, HttpServletResponse response) {
        boolean read = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        response.setHeader("Cache-Control", read ? "private, no-cache" : "no-store");
        response.setHeader("Vary", "Accept, Accept-Encoding, Authorization, Origin");
    }
}

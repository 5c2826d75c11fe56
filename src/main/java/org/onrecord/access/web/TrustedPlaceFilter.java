package org.onrecord.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Problems;
import org.onrecord.api.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps other people's web pages from using the archive through a reader's browser: the service must be asked by a name
 * that is its own (a page cannot have its own name point here), and changes must not come from a foreign page.
 */
final class TrustedPlaceFilter extends OncePerRequestFilter {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final LocalMode mode;
    private final AccessSettings settings;

    TrustedPlaceFilter(LocalMode mode, AccessSettings settings) {
        this.mode = mode;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isOwnName(request.getHeader(HttpHeaders.HOST))) {
            Problems.write(request, response, new ForeignHost());
        } else if (!READING.contains(request.getMethod()) && isFromForeignPage(request)) {
            Problems.write(request, response, new ForeignOrigin());
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isOwnName(@Nullable String host) {
        if (host == null) {
            return false;
        }
        var name = withoutPort(host).toLowerCase(Locale.ROOT);
        if (OWN_NAMES.contains(name) || settings.allowedHosts().contains(name)) {
            return true;
        }
        return !mode.isLoopback() && settings.allowedHosts().isEmpty();
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private boolean isFromForeignPage(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        }
        return !settings.allowedOrigins().contains(origin) && !isOwn(origin, request);
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        try {
            var page = new URI(origin);
            return page.getScheme() != null
                    && page.getAuthority() != null
                    && page.getAuthority().equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
        } catch (URISyntaxException notAnOrigin) {
            return false;
        }
    }

    /** 403: asked under a name that is not the service's. */
    private static final class ForeignHost extends Problem {

        ForeignHost() {
            super(
                    HttpStatus.FORBIDDEN,
                    "foreign-host",
                    "Not a name of this service",
                    "The Host asked for is not one of this service's names; onrecord.access.allowed-hosts sets them.");
        }
    }

    /** 403: a change a page of another site asks for. */
    private static final class ForeignOrigin extends Problem {

        ForeignOrigin() {
            super(
                    HttpStatus.FORBIDDEN,
                    "foreign-origin",
                    "Not from a page of another site",
                    "Pages of other sites may not change anything; onrecord.access.allowed-origins names exceptions.");
        }
    }
}

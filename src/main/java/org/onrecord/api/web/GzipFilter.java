package org.onrecord.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Compresses text for callers that accept gzip. Tomcat does not compress answers with a strong entity tag, since the
 * compressed bytes are another representation. Here they get a tag of their own: {@code -gzip} is added to the plain one,
 * and removed again when a caller sends it back.
 */
class GzipFilter extends OncePerRequestFilter {

    static final String SUFFIX = "-gzip\"";

    private static final Set<String> CONDITIONS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        CONDITIONS.add(HttpHeaders.IF_MATCH);
        CONDITIONS.add(HttpHeaders.IF_NONE_MATCH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var earlier = WebUtils.getNativeResponse(response, GzipResponse.class);
        if (earlier != null) {
            chain.doFilter(request, response);
            finish(request, earlier);
            return;
        }
        var plain = withPlainTags(request);
        if (!accepts(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            chain.doFilter(plain, response);
            return;
        }
        var packed = new GzipResponse(response);
        chain.doFilter(plain, packed);
        finish(request, packed);
    }

    private void finish(HttpServletRequest request, GzipResponse response) throws IOException {
        if (!isAsyncStarted(request)) {
            response.finish();
        }
    }

    /** A streamed answer is finished by its last dispatch. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Whether the header accepts gzip (RFC 9110, 12.5.3); without a header nothing is compressed. */
    static boolean accepts(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        boolean anything = false;
        for (String item : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            var parts = item.split(";");
            var coding = parts[0].strip();
            boolean wanted = parts.length < 2 || !parts[1].strip().matches("q=0(\\.0*)?");
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return wanted;
            }
            anything |= coding.equals("*") && wanted;
        }
        return anything;
    }

    private static HttpServletRequest withPlainTags(HttpServletRequest request) {
        boolean packed =
                CONDITIONS.stream().map(request::getHeader).anyMatch(value -> value != null && value.contains(SUFFIX));
        return packed ? new PlainTags(request) : request;
    }

    private static final class PlainTags extends HttpServletRequestWrapper {

        PlainTags(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            var value = super.getHeader(name);
            return value != null && CONDITIONS.contains(name) ? value.replace(SUFFIX, "\"") : value;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return CONDITIONS.contains(name)
                    ? Collections.enumeration(List.copyOf(Collections.list(super.getHeaders(name)).stream()
                            .map(value -> value.replace(SUFFIX, "\""))
                            .toList()))
                    : super.getHeaders(name);
        }
    }
}

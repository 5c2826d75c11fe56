package org.onrecord.api;

import io.micrometer.core.instrument.Metrics;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** Makes every problem complete, wherever it comes from, and writes those that do not come from a controller. */
public final class Problems {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "bad-request"),
            Map.entry(401, "unauthenticated"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(409, "conflict"),
            Map.entry(412, "precondition-failed"),
            Map.entry(413, "content-too-large"),
            Map.entry(414, "uri-too-long"),
            Map.entry(415, "unsupported-media-type"),
            Map.entry(417, "expectation-failed"),
            Map.entry(421, "misdirected-request"),
            Map.entry(422, "unprocessable"),
            Map.entry(429, "too-many-requests"),
            Map.entry(431, "header-too-large"),
            Map.entry(500, "internal-error"),
            Map.entry(501, "not-implemented"),
            Map.entry(503, "unavailable"),
            Map.entry(505, "http-version-not-supported"));

    private Problems() {}

    /** A problem of this status with the code and title such a status usually has. */
    public static ProblemDetail of(HttpStatusCode status, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        complete(problem, null, RequestIds.current());
        return problem;
    }

    /**
     * Adds what every problem carries and this one lacks: type, title, code, the request's path and id; and counts it
     * under its code ({@code onrecord_problems_total}), which is what an operator looks at when callers complain.
     *
     * @param path of the request, as sent; null when it is not known
     * @param requestId of the request; null when it has none yet
     */
    public static void complete(ProblemDetail problem, @Nullable String path, @Nullable String requestId) {
        var properties = problem.getProperties();
        String code = properties != null && properties.get("code") instanceof String given
                ? given
                : CODES.getOrDefault(problem.getStatus(), "http-" + problem.getStatus());
        if (problem.getType() == null || problem.getType().equals(URI.create("about:blank"))) {
            problem.setType(URI.create(Problem.TYPE_BASE + code));
        }
        if (problem.getTitle() == null) {
            var known = HttpStatus.resolve(problem.getStatus());
            problem.setTitle(known == null ? "HTTP " + problem.getStatus() : known.getReasonPhrase());
        }
        if (problem.getInstance() == null && path != null) {
            problem.setInstance(asUri(path));
        }
        problem.setProperty("code", code);
        if (requestId != null && (properties == null || !properties.containsKey("requestId"))) {
            problem.setProperty("requestId", requestId);
            // Each problem is completed more than once, and counted when it first is.
            Metrics.counter("onrecord.problems", "code", code).increment();
        }
    }

    /** The path as a URI, or, when it is none, the place where problems without one are. */
    private static URI asUri(String path) {
        try {
            return URI.create(path);
        } catch (IllegalArgumentException notAUri) {
            return URI.create("/");
        }
    }

    /** Answers a request with this problem, if nothing has been answered yet. For filters and the like. */
    public static void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        write(request, response, problem.getBody(), problem.getHeaders());
    }

    /** As {@link #write(HttpServletRequest, HttpServletResponse, Problem)}, from its parts. */
    public static void write(
            HttpServletRequest request, HttpServletResponse response, ProblemDetail problem, HttpHeaders headers)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        complete(problem, request.getRequestURI(), RequestIds.current());
        response.resetBuffer();
        response.setStatus(problem.getStatus());
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (isMoreToCome(request)) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        response.setContentType("application/problem+json");
        byte[] body = json(problem);
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
        response.flushBuffer();
    }

    /** Whether some of a body that nobody is going to read has not arrived yet. */
    private static boolean isMoreToCome(HttpServletRequest request) throws IOException {
        var body = request.getInputStream();
        byte[] arrived = new byte[8_192];
        while (body.available() > 0) {
            if (body.read(arrived) < 0) {
                break;
            }
        }
        return !body.isFinished();
    }

    /** The answer to a request that this problem is. For exception handlers beside a controller. */
    public static ResponseEntity<ProblemDetail> answer(Problem problem, HttpServletRequest request) {
        complete(problem.getBody(), request.getRequestURI(), RequestIds.current());
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .body(problem.getBody());
    }

    /** The problem as JSON in UTF-8. */
    public static byte[] json(ProblemDetail problem) {
        return MAPPER.writeValueAsBytes(problem);
    }
}

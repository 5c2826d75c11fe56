package org.onrecord.api.web;

import java.util.List;
import org.onrecord.api.problem.NoSuchResource;
import org.onrecord.api.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what a problem's type means: the type of a problem is a link to here. */
@RestController
@RequestMapping("/problems")
class ProblemTypeController {

    private static final List<ProblemType> TYPES = List.of(
            type("invalid-input", 400, "Something in the request cannot be meant; errors says what and where."),
            type("bad-request", 400, "The request cannot be read: its line, a header or its encoding is broken."),
            type("unauthenticated", 401, "Nobody knows who is asking: send Authorization: Bearer and a key."),
            type("invalid-credentials", 401, "The key or token is malformed, unknown, expired or revoked."),
            type("forbidden", 403, "The caller's role may not do this."),
            type("foreign-host", 403, "The service was asked under a name that is not its own."),
            type("foreign-origin", 403, "A page of another site asked for a change."),
            type("not-found", 404, "There is no such resource."),
            type("method-not-allowed", 405, "This cannot be done here; Allow says what can."),
            type("not-acceptable", 406, "The answer comes in no format the caller accepts."),
            type("conflict", 409, "The request contradicts what is there, which is linked where it is one thing."),
            type("gone", 410, "The resource has been deleted; deletedAt says when."),
            type("precondition-failed", 412, "The resource has changed since the caller saw it."),
            type("content-too-large", 413, "The body, or a line of it, is too large; limit says what would do."),
            type("unsupported-media-type", 415, "The body's type or encoding is not read here; Accept says what is."),
            type("unprocessable", 422, "Well-formed, but it cannot be carried out."),
            type("idempotency-key-reused", 422, "The Idempotency-Key was sent before with another request."),
            type("uri-too-long", 414, "The address is longer than is read."),
            type("expectation-failed", 417, "What Expect asks for is not done here."),
            type("misdirected-request", 421, "The request was meant for another service."),
            type("precondition-required", 428, "A change must carry If-Match."),
            type("too-many-requests", 429, "The caller asks more often than it may; Retry-After says when to go on."),
            type("header-too-large", 431, "A header is longer than is read."),
            type("internal-error", 500, "Something went wrong here; the request id helps to find out what."),
            type("unavailable", 503, "Something the answer needs is away; Retry-After says when to come back."),
            type("http-version-not-supported", 505, "The request is in a version of HTTP that is not spoken here."));

    private static ProblemType type(String code, int status, String meaning) {
        return new ProblemType(Problem.TYPE_BASE + code, code, status, meaning);
    }

    @GetMapping
    List<ProblemType> list() {
        return TYPES;
    }

    @GetMapping("/{code}")
    ProblemType show(@PathVariable String code) {
        return TYPES.stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NoSuchResource("problem", code));
    }

    /**
     * A kind of problem.
     *
     * @param status the HTTP status it comes with
     * @param meaning for people
     */
    record ProblemType(String type, String code, int status, String meaning) {}
}

package org.onrecord.api.problem;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * An answer that says what went wrong, as RFC 9457 tells it. Subclasses are named after what is wrong; whoever throws
 * one from a request's thread need not do anything else.
 */
public abstract class Problem extends ErrorResponseException {

    /** Where the descriptions of the codes are served: a problem's type is this and its code. */
    public static final String TYPE_BASE = "/problems/";

    private final String code;
    private final HttpHeaders headers = new HttpHeaders();

    /**
     * @param code names the kind of problem in kebab case; part of the contract, never renamed
     * @param title the same for every problem of this code
     * @param detail what went wrong this time, as a sentence for people; no internals
     * @param faults the parts of the request that are wrong, if parts are
     */
    protected Problem(HttpStatus status, String code, String title, String detail, List<Fault> faults) {
        super(status, body(status, code, title, detail, faults), null);
        this.code = code;
    }

    protected Problem(HttpStatus status, String code, String title, String detail) {
        this(status, code, title, detail, List.of());
    }

    private static ProblemDetail body(
            HttpStatus status, String code, String title, @Nullable String detail, List<Fault> faults) {
        var body = ProblemDetail.forStatus(status);
        body.setType(URI.create(TYPE_BASE + code));
        body.setTitle(title);
        body.setDetail(detail);
        body.setProperty("code", code);
        if (!faults.isEmpty()) {
            body.setProperty("errors", List.copyOf(faults));
        }
        return body;
    }

    /** The kind of problem, in kebab case. */
    public String code() {
        return code;
    }

    /** Headers the answer carries; subclasses add theirs. */
    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }
}

package org.onrecord.api;

import org.jspecify.annotations.Nullable;
import org.onrecord.api.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** 412: the resource has changed since the caller saw it. */
public class PreconditionFailed extends Problem {

    /** @param current the tag of the resource as it is now, or null when it is not known */
    public PreconditionFailed(@Nullable ETag current) {
        super(
                HttpStatus.PRECONDITION_FAILED,
                "precondition-failed",
                "Changed meanwhile",
                "The resource has changed since you saw it: read it again, and repeat the change on what it is now.");
        if (current != null) {
            getHeaders().set(HttpHeaders.ETAG, current.toString());
        }
    }
}

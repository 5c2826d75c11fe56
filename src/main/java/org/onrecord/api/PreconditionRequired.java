package org.onrecord.api;

import org.onrecord.api.problem.Problem;
import org.springframework.http.HttpStatus;

/** 428: a change must say which state it was made for, with {@code If-Match}. */
public class PreconditionRequired extends Problem {

    public PreconditionRequired() {
        super(
                HttpStatus.PRECONDITION_REQUIRED,
                "precondition-required",
                "If-Match is required",
                "Send the ETag you last saw as If-Match, so that nobody else's change is overwritten.");
    }
}

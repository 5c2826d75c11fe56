package org.onrecord.api.problem;

import org.springframework.http.HttpStatus;

/** 413: the body, or a line of it, is larger than is taken. */
public class ContentTooLarge extends Problem {

    /**
     * @param what the thing that is too large: "body", "line 7"
     * @param limit the most that is taken, in {@code unit}
     * @param unit "bytes" or "code points"
     */
    public ContentTooLarge(String what, long limit, String unit) {
        super(
                HttpStatus.CONTENT_TOO_LARGE,
                "content-too-large",
                "Too large",
                "The " + what + " is larger than " + limit + " " + unit + ".");
        getBody().setProperty("limit", limit);
    }
}

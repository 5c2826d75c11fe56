package org.onrecord.api.problem;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** 503: something the answer needs is away for now; the caller may come back. */
public class Unavailable extends Problem {

    /**
     * @param detail what is away, as a sentence
     * @param retryAfter when it is worth asking again, at least a second
     */
    public Unavailable(String detail, Duration retryAfter) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available for the moment", detail);
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
}

package org.onrecord.api.problem;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** 409: what was asked contradicts what is there; where there is one, the answer links the resource in the way. */
public class Conflict extends Problem {

    /**
     * @param detail what contradicts what, as a sentence
     * @param existing the resource in the way, or null when there is no single one
     */
    public Conflict(String detail, @Nullable URI existing) {
        super(HttpStatus.CONFLICT, "conflict", "Conflict with what is there", detail);
        if (existing != null) {
            getBody().setProperty("existing", existing.toString());
            getHeaders().add(HttpHeaders.LINK, "<" + existing + ">; rel=\"related\"");
        }
    }
}

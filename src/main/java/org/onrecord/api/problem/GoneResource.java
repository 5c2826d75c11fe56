package org.onrecord.api.problem;

import java.time.Instant;
import org.springframework.http.HttpStatus;

/** 410: it was here and has been deleted; the answer says when. */
public class GoneResource extends Problem {

    /**
     * @param kind what was asked for, as people call it: "article", "quote"
     * @param id as the caller gave it
     * @param deletedAt when it was deleted
     */
    public GoneResource(String kind, Object id, Instant deletedAt) {
        super(HttpStatus.GONE, "gone", "Gone", "The " + kind + " " + id + " was deleted at " + deletedAt + ".");
        getBody().setProperty("deletedAt", deletedAt.toString());
    }
}

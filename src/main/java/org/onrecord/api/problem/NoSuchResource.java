package org.onrecord.api.problem;

import org.springframework.http.HttpStatus;

/** 404: there is nothing of that id, and there never was as far as the caller may know. */
public class NoSuchResource extends Problem {

    /**
     * @param kind what was asked for, as people call it: "article", "quote"
     * @param id as the caller gave it
     */
    public NoSuchResource(String kind, Object id) {
        super(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is no " + kind + " " + id + ".");
    }
}

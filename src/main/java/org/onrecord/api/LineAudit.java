package org.onrecord.api;

import java.net.URI;

/** Records changes of a request that makes many, each by itself; the access module keeps the record. */
public interface LineAudit {

    /**
     * Records what a line of the request being handled came to, within the transaction that stores it. The request then
     * has no record besides those of its lines.
     *
     * @param line counting from 1
     * @param status as the line alone would have been answered
     * @param location what it is about
     */
    void record(long line, int status, URI location);
}

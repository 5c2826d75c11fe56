package org.onrecord.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change: who did what, and when.
 *
 * @param method and {@code path} what was asked for
 * @param line the line of an upload, counting from 1; null for requests that are one change
 * @param requestId the request's name in answers and logs
 * @param status what was answered, null when the process died before it could note it
 * @param location what was created, null when nothing was
 */
public record AuditEntry(
        UUID id,
        Instant at,
        String callerId,
        String callerName,
        String method,
        String path,
        @Nullable Long line,
        @Nullable String requestId,
        @Nullable Integer status,
        @Nullable String location) {}

package org.onrecord.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key a caller proves itself with; all but its secret.
 *
 * @param version counts the changes
 * @param name whose it is or what it is for, 1 to 100 characters
 * @param hint the secret's first characters, to tell keys apart in a list
 * @param createdBy the id of the caller who gave it
 * @param expiresAt when it stops working, null for never
 * @param revokedAt when it was taken back, null when it was not
 * @param lastUsedAt when it was last used, to the minute; null when it never was
 */
public record AccessKey(
        UUID id,
        long version,
        String name,
        Role role,
        String hint,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    /** Whether the key opens anything at this time. */
    public boolean isValidAt(Instant time) {
        return revokedAt == null && (expiresAt == null || time.isBefore(expiresAt));
    }
}

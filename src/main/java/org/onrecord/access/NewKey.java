package org.onrecord.access;

/**
 * A key just made, with its secret, which nobody will see again.
 *
 * @param secret {@code or_} and 43 characters; belongs into a password store, never into a log
 */
public record NewKey(AccessKey key, String secret) {

    /** Without the secret, which might end in a log. */
    @Override
    public String toString() {
        return "NewKey[" + key + "]";
    }
}

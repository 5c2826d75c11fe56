package org.onrecord.api;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.problem.InvalidInput;

/**
 * The name a caller gives to one request, so that it may be sent again without being done twice. A controller method
 * takes one as a parameter and hands it to {@link Idempotency}.
 *
 * @param value as the caller chose it, 1 to 255 visible ASCII characters; null when the request has none
 * @param scope who asks for what: the same value means different requests for different callers and resources
 * @param request a digest of everything sent, once it has been read
 */
public record IdempotencyKey(@Nullable String value, String scope, Supplier<byte[]> request) {

    /** The header that carries the key. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7e]{1,255}");

    public IdempotencyKey {
        if (value != null && !ACCEPTED.matcher(value).matches()) {
            throw InvalidInput.parameter(HEADER, "not-an-idempotency-key", "must be 1 to 255 visible ASCII characters");
        }
    }
}

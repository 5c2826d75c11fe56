package org.onrecord.kernel;

import java.time.Duration;

/** There is more to do than is done at once; the caller may come back. */
public final class Overloaded extends RuntimeException {

    private final transient Duration retryAfter;

    /**
     * @param message what there is too much of, as a sentence for the caller
     * @param retryAfter when it is worth trying again
     */
    Overloaded(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** When it is worth trying again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}

package org.onrecord.api;

/**
 * Who a request comes from. A controller method may take one as a parameter.
 *
 * @param id tells callers apart for good: "local", "key:" and a key's id, or "user:" and a token's subject
 * @param name what people call the caller
 */
public record Caller(String id, String name) {

    /** Whoever sits at this machine, where no keys are asked for. */
    public static final Caller LOCAL = new Caller("local", "local");
}

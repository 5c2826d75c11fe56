package org.onrecord.api;

/**
 * Who a request comes from. A controller method may take one as a parameter.
 *
 * @param id tells callers apart for good: "local", "key:" and a key's id, or "user:" and a token's subject
 * @param name what people call the caller
 * @param seesWithheld whether the caller may see what is kept from readers
 */
public record Caller(String id, String name, boolean seesWithheld) {

    /** Whoever sits at this machine, where no keys are asked for. */
    public static final Caller LOCAL = new Caller("local", "local", true);
}

package org.onrecord.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request: a member of its body or a parameter of its query.
 *
 * @param pointer where in the body, as a JSON pointer (RFC 6901); {@code ""} is the whole body; null for a parameter
 * @param parameter which query parameter or header; null for a member of the body
 * @param code what is wrong, in kebab case, for programs
 * @param message what is wrong, for people, without a full stop
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(@Nullable String pointer, @Nullable String parameter, String code, String message) {

    /** A fault of a member of the body. */
    public static Fault at(String pointer, String code, String message) {
        return new Fault(pointer, null, code, message);
    }

    /** A fault of a query parameter or header. */
    public static Fault parameter(String name, String code, String message) {
        return new Fault(null, name, code, message);
    }
}

package org.onrecord.api.input;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How large the body of a request to this controller method may be; {@link Limits#JSON_BYTES} where it is not said.
 * Enforced while reading, so that a longer body costs no more than the limit.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyLimit {

    /** For bodies that are streamed, whose parts have limits of their own. */
    long NONE = Long.MAX_VALUE;

    /** The most bytes taken. */
    long bytes();
}

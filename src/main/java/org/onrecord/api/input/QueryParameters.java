package org.onrecord.api.input;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Query parameters a controller method understands beyond those its signature declares, for methods that read the
 * request themselves. Every other parameter is refused. Annotations that carry this one name groups of parameters; a
 * method takes those of all its groups.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface QueryParameters {

    /** Parameters that may be given once. */
    String[] single() default {};

    /** Parameters that may be repeated. */
    String[] repeated() default {};
}

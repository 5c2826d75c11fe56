package org.onrecord.api.input;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.Map;

/**
 * Query parameters a controller method understands beyond those its signature declares, for methods that read the
 * request themselves. Every other parameter is refused. Stands on an annotation of the methods.
 */
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface QueryParameters {

    /** Knows the parameters; has a constructor without arguments. */
    Class<? extends Table> value();

    /** Which query parameters methods understand. */
    interface Table {

        /** Names, and whether each may be repeated. */
        Map<String, Boolean> of(Method method);
    }
}

package org.onrecord.api.input;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Method;
import java.util.Arrays;

/** What JSON shows of a type. */
public final class JsonShape {

    private JsonShape() {}

    /** The type whose members are shown: what its {@link JsonValue} method returns, or where it has none the type itself. */
    public static Class<?> of(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .<Class<?>>map(Method::getReturnType)
                .findFirst()
                .orElse(type);
    }
}

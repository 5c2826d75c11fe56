package org.onrecord.api.problem;

import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.IgnoredPropertyException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what a JSON parser objects to in words of JSON: no class names, no Java. */
public final class JsonFaults {

    private JsonFaults() {}

    public static Fault of(JacksonException objection) {
        String pointer = pointer(objection);
        if (objection instanceof UnrecognizedPropertyException || objection instanceof IgnoredPropertyException) {
            var unknown = (PropertyBindingException) objection;
            return Fault.at(
                    pointer,
                    "unknown-member",
                    "there is no such member" + Suggestion.of(unknown.getPropertyName(), names(unknown)));
        }
        if (objection instanceof InvalidFormatException format) {
            return Fault.at(pointer, "invalid-value", message(format));
        }
        if (objection instanceof MismatchedInputException mismatch) {
            return Fault.at(pointer, "type-mismatch", "must be " + expected(mismatch.getTargetType()));
        }
        if (objection instanceof InputCoercionException) {
            return Fault.at(pointer, "invalid-value", "must be a number in range");
        }
        if (objection instanceof UnexpectedEndOfInputException) {
            return Fault.at(pointer, "malformed-json", "the JSON ends too early");
        }
        if (objection instanceof StreamReadException malformed) {
            var message = String.valueOf(malformed.getOriginalMessage());
            if (message.startsWith("Duplicate")) {
                return Fault.at(pointer, "duplicate-member", "the member is given twice");
            }
            return Fault.at(pointer, "malformed-json", "not JSON, or too deep or long for it" + where(objection));
        }
        return Fault.at(pointer, "unreadable-body", "the body cannot be read as JSON" + where(objection));
    }

    private static String pointer(JacksonException objection) {
        var path = objection.getPath();
        if (!path.isEmpty() && !(objection instanceof StreamReadException)) {
            return path.stream()
                    .map(step -> step.getPropertyName() == null
                            ? "/" + Math.max(0, step.getIndex())
                            : "/" + step.getPropertyName().replace("~", "~0").replace("/", "~1"))
                    .collect(Collectors.joining());
        }
        return objection.processor() instanceof JsonParser parser
                ? parser.streamReadContext().pathAsPointer().toString()
                : "";
    }

    private static String where(JacksonException objection) {
        var location = objection.getLocation();
        return location == null || location.getLineNr() < 0
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static Collection<String> names(PropertyBindingException unknown) {
        var known = unknown.getKnownPropertyIds();
        return known == null ? List.of() : known.stream().map(Object::toString).toList();
    }

    private static String message(InvalidFormatException format) {
        var type = format.getTargetType();
        if (type != null && type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        var message = String.valueOf(format.getOriginalMessage());
        return message.startsWith("must ") ? message : "must be " + expected(type);
    }

    private static String expected(@org.jspecify.annotations.Nullable Class<?> type) {
        if (type == null || type == Object.class) {
            return "of another type";
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == UUID.class) {
            return "an id (a UUID)";
        }
        if (type == Instant.class) {
            return "a time like 2026-03-01T09:30:00Z";
        }
        if (type == URI.class || type == URL.class) {
            return "a URL";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (type.isEnum()) {
            return "one of the values documented";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return "an object";
    }
}

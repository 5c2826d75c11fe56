package org.onrecord.api.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.problem.Problem;
import org.springframework.beans.TypeMismatchException;

/** Says what a parameter must be like, when it could not be converted. */
final class Mismatches {

    private Mismatches() {}

    static String message(@Nullable TypeMismatchException mismatch) {
        if (mismatch == null) {
            return "is not valid";
        }
        for (Throwable cause = mismatch; cause != null; cause = cause.getCause()) {
            if (cause instanceof DateTimeException time
                    && String.valueOf(time.getMessage()).startsWith("must ")) {
                return String.valueOf(time.getMessage());
            }
            if (cause instanceof Problem problem) {
                return String.valueOf(problem.getBody().getDetail());
            }
        }
        return "must be " + expected(mismatch.getRequiredType());
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another kind";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (type == UUID.class) {
            return "an id (a UUID)";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Instant.class) {
            return "a time like 2026-03-01T09:30:00Z";
        }
        if (type == LocalDate.class) {
            return "a date like 2026-03-01";
        }
        if (type == Duration.class) {
            return "a duration like P7D";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number in range";
        }
        return "of another kind";
    }
}

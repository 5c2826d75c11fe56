package org.onrecord.api.problem;

import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Tells violations of Bean Validation's constraints as faults. */
public final class Violations {

    private Violations() {}

    /** One fault for each violation, by pointer. */
    public static List<Fault> faults(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> Fault.at(
                        pointer(violation.getPropertyPath().toString()), code(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Fault::toString))
                .toList();
    }

    /** {@code tags[3].name} as a JSON pointer: {@code /tags/3/name}. */
    public static String pointer(String path) {
        var pointer = new StringBuilder();
        for (String step : path.replace("[", ".").replace("]", "").split("\\.")) {
            if (!step.isEmpty() && !step.equals("<list element>")) {
                pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }

    /** The constraint's name in kebab case: {@code not-blank}, {@code size}. */
    public static String code(String constraint) {
        return constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String code(ConstraintViolation<?> violation) {
        return code(violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName());
    }
}

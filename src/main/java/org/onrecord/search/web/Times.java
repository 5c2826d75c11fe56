package org.onrecord.search.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.input.SensibleTime;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.search.query.Condition;
import org.onrecord.search.query.Filterable;
import org.onrecord.search.query.Filterable.Kind;
import org.onrecord.search.query.Subject;
import org.springframework.util.MultiValueMap;

/** Reads {@code from}, {@code to} and {@code dateField}: a stretch of time, half-open. */
final class Times {

    /** The index's dates are called as the archive's, {@code publishedAt} for {@code published}. */
    private static final String AT = "At";

    private Times() {}

    /** The condition the parameters set, or null where they set none. */
    static Condition.@Nullable Between read(MultiValueMap<String, String> parameters, Instant now) {
        String field = field(parameters);
        Instant from = instant("from", parameters.getFirst("from"), now);
        Instant to = instant("to", parameters.getFirst("to"), now);
        if (from == null && to == null) {
            return null;
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw InvalidInput.parameter("from", "from-after-to", "lies after to");
        }
        return new Condition.Between(field, from, to);
    }

    /** The index's field that dateField names. */
    static String field(MultiValueMap<String, String> parameters) {
        String name = parameters.getFirst("dateField");
        if (name != null && !fields().contains(name)) {
            throw InvalidInput.parameter("dateField", "unknown-value", "is one of " + String.join(", ", fields()));
        }
        return name == null ? "publishedAt" : name + AT;
    }

    /** What {@code dateField} may be. */
    static List<String> fields() {
        return Filterable.of(Subject.ARTICLES).values().stream()
                .filter(row -> row.kind() == Kind.TIME)
                .map(row -> row.name().substring(0, row.name().length() - AT.length()))
                .toList();
    }

    private static @Nullable Instant instant(String parameter, @Nullable String value, Instant now) {
        if (value == null) {
            return null;
        }
        try {
            if (value.startsWith("P")) {
                return back(value, now);
            }
            return value.indexOf('T') < 0
                    ? SensibleTime.date(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : SensibleTime.instant(value);
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw InvalidInput.parameter(
                    parameter,
                    "not-a-time",
                    "is a date (2024-05-01), a time (2024-05-01T10:00:00Z) or a duration back from now (P7D, PT6H),"
                            + " in the years 1000 to 9999");
        }
    }

    private static Instant back(String value, Instant now) {
        var here = now.atOffset(ZoneOffset.UTC);
        var then = value.indexOf('T') < 0 ? here.minus(Period.parse(value)) : here.minus(Duration.parse(value));
        return SensibleTime.instant(then.toString());
    }
}

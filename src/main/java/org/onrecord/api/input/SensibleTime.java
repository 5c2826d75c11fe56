package org.onrecord.api.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Reads times and dates as callers write them, within the years {@link Limits} names. */
public final class SensibleTime {

    private SensibleTime() {}

    /**
     * An RFC 3339 time with any offset, cut to the microsecond, which is what the database keeps.
     *
     * @throws DateTimeException with a message for the caller
     */
    public static Instant instant(String text) {
        try {
            var time = OffsetDateTime.parse(text);
            checkYear(time.getYear());
            return time.toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException malformed) {
            throw new DateTimeException("must be a time like 2026-03-01T09:30:00Z", malformed);
        }
    }

    /**
     * A calendar date.
     *
     * @throws DateTimeException with a message for the caller
     */
    public static LocalDate date(String text) {
        try {
            var date = LocalDate.parse(text);
            checkYear(date.getYear());
            return date;
        } catch (DateTimeParseException malformed) {
            throw new DateTimeException("must be a date like 2026-03-01", malformed);
        }
    }

    private static void checkYear(int year) {
        if (year < Limits.FIRST_YEAR || year > Limits.LAST_YEAR) {
            throw new DateTimeException(
                    "must lie in the years " + Limits.FIRST_YEAR + " to " + Limits.LAST_YEAR + ", not " + year);
        }
    }
}

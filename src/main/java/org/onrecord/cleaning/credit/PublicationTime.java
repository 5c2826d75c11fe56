package org.onrecord.cleaning.credit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads machine-readable times of publication. A time without an offset names no moment and is not read. */
public final class PublicationTime {

    /** ISO 8601 as pages write it: with a blank or T, with or without seconds, with or without a colon in the offset. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .optionalEnd()
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private PublicationTime() {}

    public static @Nullable Instant parse(@Nullable String printed) {
        if (printed == null || printed.length() < 16 || printed.length() > 40) {
            return null;
        }
        for (DateTimeFormatter format : List.of(ISO, DateTimeFormatter.RFC_1123_DATE_TIME)) {
            try {
                return OffsetDateTime.parse(
                                printed.strip().replace(" UTC", "Z").replace(" GMT", format == ISO ? "Z" : " GMT"),
                                format)
                        .toInstant();
            } catch (DateTimeException notThisForm) {
                // The next format is tried.
            }
        }
        return null;
    }
}

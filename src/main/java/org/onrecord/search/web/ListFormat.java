package org.onrecord.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.problem.InvalidInput;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** How a list is written: chosen by {@code format}, else by {@code Accept}. */
enum ListFormat {
    JSON("application/json"),
    CSV("text/csv"),
    NDJSON("application/x-ndjson"),
    ATOM("application/atom+xml");

    private final MediaType mediaType;

    ListFormat(String mediaType) {
        this.mediaType = MediaType.parseMediaType(mediaType);
    }

    /** With the character set where the format does not fix it. */
    String contentType() {
        return this == CSV ? mediaType + ";charset=UTF-8;header=present" : mediaType + ";charset=UTF-8";
    }

    static ListFormat of(@Nullable String format, HttpServletRequest request) {
        if (format == null) {
            return accepted(request.getHeader(HttpHeaders.ACCEPT));
        }
        for (ListFormat each : values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(format)) {
                return each;
            }
        }
        throw InvalidInput.parameter("format", "unknown-value", "is one of json, csv, ndjson, atom");
    }

    /** The first of the formats the caller likes best that there is; whoever likes none is answered in JSON's way. */
    private static ListFormat accepted(@Nullable String accept) {
        if (accept == null) {
            return JSON;
        }
        try {
            var types = MediaType.parseMediaTypes(accept);
            org.springframework.util.MimeTypeUtils.sortBySpecificity(types);
            for (MediaType type : types) {
                for (ListFormat each : values()) {
                    if (type.includes(each.mediaType)) {
                        return each;
                    }
                }
            }
        } catch (InvalidMediaTypeException malformed) {
            return JSON;
        }
        return JSON;
    }
}

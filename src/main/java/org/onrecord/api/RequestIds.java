package org.onrecord.api;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.kernel.Ids;
import org.slf4j.MDC;

/** Names requests, so that an answer, the log and the audit trail can be told to belong together. */
public final class RequestIds {

    /** The header that carries the id, both ways. */
    public static final String HEADER = "X-Request-Id";

    /** The key of the id in the log's diagnostic context. */
    public static final String MDC_KEY = "requestId";

    // Wide enough for UUIDs, trace ids and proxies' ids, too narrow to break a log line or a header.
    private static final Pattern TAME = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");

    private RequestIds() {}

    /** The id of the request this thread handles, or null outside of one. */
    public static @Nullable String current() {
        return MDC.get(MDC_KEY);
    }

    /** The id the caller chose where it is tame, a new one otherwise. */
    public static String accept(@Nullable String given) {
        return given != null && TAME.matcher(given).matches()
                ? given
                : Ids.next().toString();
    }
}

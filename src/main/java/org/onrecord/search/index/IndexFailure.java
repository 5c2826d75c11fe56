package org.onrecord.search.index;

import java.io.IOException;
import java.util.regex.Pattern;
import org.hibernate.search.util.common.SearchException;
import org.springframework.core.NestedExceptionUtils;

/** Tells an index that is away, or has lost its indexes, from a question that cannot be asked. */
public final class IndexFailure {

    /** How Hibernate Search tells what OpenSearch answered; nothing but the message holds it. */
    private static final Pattern STATUS = Pattern.compile("Response: (\\d{3}) ");

    private IndexFailure() {}

    /** Whether asking again later may help. */
    public static boolean isAway(SearchException failure) {
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof IOException) {
            return true;
        }
        int status = status(failure);
        return status == 404 || status == 429 || status == 401 || status == 403 || status >= 500;
    }

    /** What OpenSearch answered; 0 where it did not, or it was not OpenSearch. */
    private static int status(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var told = STATUS.matcher(String.valueOf(cause.getMessage()));
            if (told.find()) {
                return Integer.parseInt(told.group(1));
            }
        }
        return 0;
    }
}

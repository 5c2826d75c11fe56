package org.onrecord.search.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.search.util.common.SearchException;

/** Tells an index that does not answer, or is missing, from a query that is wrong. */
public final class IndexFailure {

    /** Finds OpenSearch's status in a message of Hibernate Search, which keeps it nowhere else. */
    private static final Pattern STATUS = Pattern.compile("Response: (\\d{3}) ");

    private static final Pattern REASON = Pattern.compile("\"reason\": \"([^\"]+)\"");
    private static final int MOST_CAUSES = 50;
    private static final int LONGEST = 500;

    private IndexFailure() {}

    /** Whether asking again later may help. */
    public static boolean isAway(SearchException failure) {
        return causes(failure).stream().anyMatch(cause -> cause instanceof IOException || isAway(status(cause)));
    }

    private static boolean isAway(int status) {
        return status == 401 || status == 403 || status == 404 || status == 429 || status >= 500;
    }

    /** What OpenSearch answered; 0 where it did not, or it was not OpenSearch. */
    private static int status(Throwable cause) {
        var told = STATUS.matcher(String.valueOf(cause.getMessage()));
        return told.find() ? Integer.parseInt(told.group(1)) : 0;
    }

    /** The first cause, on one line. */
    public static String reason(Throwable failure) {
        List<Throwable> causes = causes(failure);
        Throwable last = causes.stream()
                .filter(cause -> cause instanceof IOException)
                .findFirst()
                .orElse(causes.get(causes.size() - 1));
        String message = causes.stream()
                .filter(cause -> status(cause) > 0)
                .findFirst()
                .map(IndexFailure::answer)
                .orElse(String.valueOf(last.getMessage()))
                .replaceAll("\\s+", " ")
                .strip();
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    }

    private static String answer(Throwable cause) {
        var told = REASON.matcher(String.valueOf(cause.getMessage()));
        return "OpenSearch answered " + status(cause) + (told.find() ? ": " + told.group(1) : "");
    }

    /** The failure, its causes, and the suppressed failures, since several indexes are asked at once. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>(List.of(failure));
        for (int i = 0; i < causes.size() && i < MOST_CAUSES; i++) {
            Throwable cause = causes.get(i).getCause();
            if (cause != null && !causes.contains(cause)) {
                causes.add(cause);
            }
            causes.addAll(List.of(causes.get(i).getSuppressed()));
        }
        return causes;
    }
}

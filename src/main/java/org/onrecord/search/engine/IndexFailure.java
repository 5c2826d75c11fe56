package org.onrecord.search.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.hibernate.search.util.common.SearchException;
import org.hibernate.search.util.common.SearchTimeoutException;

/** Tells an index that does not answer, or is missing, from a query that the engine refuses, and both from faults of ours. */
public final class IndexFailure {

    /** Finds OpenSearch's status in a message of Hibernate Search, which keeps it nowhere else. */
    private static final Pattern STATUS = Pattern.compile("Response: (\\d{3}) ");

    /** How OpenSearch calls a query of more parts than it carries out, whatever the status is. */
    private static final Pattern TOO_MANY = Pattern.compile("too_many_(nested_)?clauses");

    /** Where Lucene turns bytes into what was indexed. */
    private static final Pattern DECODING =
            Pattern.compile("org\\.apache\\.lucene\\.(codecs|store|index|util(?!\\.automaton))\\.");

    private static final Pattern REASON = Pattern.compile("\"reason\": \"([^\"]+)\"");
    private static final int MOST_CAUSES = 50;
    private static final int LONGEST = 500;

    private IndexFailure() {}

    /** Whether asking again later may help. */
    public static boolean isAway(Throwable failure) {
        return causes(failure).stream()
                .anyMatch(cause -> cause instanceof IOException
                        || cause instanceof AlreadyClosedException
                        || isMemoryFault(cause)
                        || isAway(status(cause)));
    }

    /** Whether it was the index that did not answer, not the database. */
    public static boolean isOfTheIndex(Throwable failure) {
        return isAway(failure)
                && causes(failure).stream()
                        .anyMatch(cause -> cause instanceof SearchException || cause instanceof InternalError);
    }

    /**
     * What a search failed with: a query that is refused; or a failure of the index, if its files hold something else
     * than was written. Lucene checks little of what it reads, so noise in a file may show as any failure of the code
     * that decodes files, memory for an array of absurd length included.
     */
    static RuntimeException ofReading(Throwable failure) {
        if (isRefusal(failure)) {
            return new RefusedQuery(failure);
        }
        boolean unreadable =
                isMemoryFault(failure) || causes(failure).stream().anyMatch(IndexFailure::isThrownByDecoding);
        if (unreadable && !(failure instanceof SearchTimeoutException)) {
            return new SearchException("the index cannot be read: " + failure, new IOException(failure));
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    /** A mapped file is shorter than it was when it was mapped. */
    private static boolean isMemoryFault(Throwable failure) {
        return failure instanceof InternalError
                && String.valueOf(failure.getMessage()).contains("unsafe memory access");
    }

    private static boolean isThrownByDecoding(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                .findFirst()
                .filter(name -> DECODING.matcher(name).lookingAt())
                .isPresent();
    }

    /**
     * Whether the engine will never carry the query out: it has too many parts, or one that is too long. OpenSearch says
     * so by its status or by name, Lucene by what it throws while it makes the query.
     */
    private static boolean isRefusal(Throwable failure) {
        return causes(failure).stream().anyMatch(IndexFailure::refuses);
    }

    private static boolean refuses(Throwable cause) {
        return cause instanceof IndexSearcher.TooManyClauses
                || cause instanceof FuzzyTermsEnum.FuzzyTermsException
                || cause instanceof TooComplexToDeterminizeException
                || cause instanceof IllegalArgumentException && isThrownByQuery(cause)
                || status(cause) == 400
                || status(cause) > 0
                        && TOO_MANY.matcher(String.valueOf(cause.getMessage())).find();
    }

    /** Lucene's queries and automata object to what they are given; its readers of files are another matter. */
    private static boolean isThrownByQuery(Throwable cause) {
        StackTraceElement[] stack = cause.getStackTrace();
        return stack.length > 0
                && (stack[0].getClassName().startsWith("org.apache.lucene.search.")
                        || stack[0].getClassName().startsWith("org.apache.lucene.util.automaton."));
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

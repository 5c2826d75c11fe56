package org.onrecord.database;

/**
 * The embedded PostgreSQL does not start, on purpose: going on could cost data. Says what is wrong, what was left
 * untouched and what to do about it, each in words for the person who runs the archive.
 */
public class DatabaseRefused extends RuntimeException {

    private final String problem;
    private final String untouched;
    private final String remedy;

    public DatabaseRefused(String problem, String untouched, String remedy) {
        super(problem + "\nLeft untouched: " + untouched + "\nWhat to do: " + remedy);
        this.problem = problem;
        this.untouched = untouched;
        this.remedy = remedy;
    }

    DatabaseRefused(String problem, String untouched, String remedy, Throwable cause) {
        this(problem, untouched, remedy);
        initCause(cause);
    }

    /** What is wrong. */
    public String problem() {
        return problem;
    }

    /** What has not been changed by the attempt. */
    public String untouched() {
        return untouched;
    }

    /** What the person who runs the archive can do. */
    public String remedy() {
        return remedy;
    }
}

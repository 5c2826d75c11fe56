package org.onrecord.api;

import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Optional;
import org.onrecord.api.problem.Conflict;
import org.onrecord.api.problem.DatabaseFailures;
import org.onrecord.api.problem.GoneResource;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.api.problem.JsonFaults;
import org.onrecord.api.problem.NoSuchResource;
import org.onrecord.api.problem.Problem;
import org.onrecord.api.problem.Unavailable;
import org.onrecord.api.problem.Violations;
import org.onrecord.kernel.Deleted;
import org.onrecord.kernel.Missing;
import org.onrecord.kernel.Overloaded;
import org.onrecord.kernel.Unfit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import tools.jackson.core.JacksonException;

/** Tells failures that callers can do something about as problems; whoever answers bit by bit needs them one by one. */
public final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final String UNIQUE_VIOLATION = "23505";

    private Failures() {}

    /** The problem a failure is, or empty where it is a fault of ours. */
    public static Optional<Problem> asProblem(Throwable failure) {
        if (failure instanceof Problem problem) {
            return Optional.of(problem);
        }
        if (failure instanceof Overloaded overloaded) {
            return Optional.of(new Unavailable(overloaded.getMessage(), overloaded.retryAfter()));
        }
        if (failure instanceof Missing missing) {
            return Optional.of(new NoSuchResource(missing.kind(), missing.id()));
        }
        if (failure instanceof Deleted deleted) {
            return Optional.of(new GoneResource(deleted.kind(), deleted.id(), deleted.at()));
        }
        if (failure instanceof Unfit unfit) {
            return Optional.of(InvalidInput.at("/" + unfit.part(), unfit.rule(), unfit.getMessage()));
        }
        if (failure instanceof JacksonException json) {
            return Optional.of(problemOf(json));
        }
        if (failure instanceof ConstraintViolationException invalid) {
            return Optional.of(new InvalidInput(Violations.faults(invalid.getConstraintViolations())));
        }
        if (failure instanceof OptimisticLockingFailureException) {
            return Optional.of(new PreconditionFailed(null));
        }
        if (failure instanceof DuplicateKeyException || UNIQUE_VIOLATION.equals(DatabaseFailures.state(failure))) {
            log.info("unique constraint in the way: {}", firstLine(failure));
            return Optional.of(new Conflict("There is one already.", null));
        }
        if (DatabaseFailures.isBusy(failure)) {
            log.warn("database is busy: {}", firstLine(failure));
            return Optional.of(new Unavailable(
                    "The archive has too much to do for this at the moment.", DatabaseFailures.RETRY_AFTER));
        }
        if (DatabaseFailures.isAway(failure)) {
            log.warn("database is away: {}", firstLine(failure));
            return Optional.of(new Unavailable("The database is away for the moment.", DatabaseFailures.RETRY_AFTER));
        }
        return Optional.empty();
    }

    /** A body that is not JSON, or one that was refused while it was read: too large for one. */
    private static Problem problemOf(JacksonException json) {
        for (Throwable cause = json.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        return new InvalidInput(List.of(JsonFaults.of(json)));
    }

    private static String firstLine(Throwable failure) {
        return failure.toString().lines().findFirst().orElse("");
    }
}

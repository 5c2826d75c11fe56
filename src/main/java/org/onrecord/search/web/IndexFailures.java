package org.onrecord.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.hibernate.search.util.common.SearchException;
import org.hibernate.search.util.common.SearchTimeoutException;
import org.onrecord.api.Problems;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.api.problem.Unavailable;
import org.onrecord.search.engine.IndexFailure;
import org.onrecord.search.engine.RefusedQuery;
import org.onrecord.search.indexing.IndexBuild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * An index that is away or overwhelmed is a 503: nothing is wrong with the request, and it can be sent again. A query the
 * engine refuses is a 400.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class IndexFailures {

    private static final Logger log = LoggerFactory.getLogger(IndexFailures.class);

    private final IndexBuild build;

    IndexFailures(IndexBuild build) {
        this.build = build;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(SearchTimeoutException tooLong, HttpServletRequest request) {
        return problem("The search took too long; ask for less, or again later.", request);
    }

    /** Nothing is wrong with the index. OpenSearch takes fewer clauses than the limits of the query language allow. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(RefusedQuery refused, HttpServletRequest request) {
        log.info("The search engine refuses a query: {}", IndexFailure.reason(refused));
        return Problems.answer(
                InvalidInput.parameter(
                        "q",
                        "too-complex",
                        "asks for more at once than the search engine looks for; use fewer words, fewer of them with"
                                + " * or ~, or fewer values of filters"),
                request);
    }

    /** Only what the way to the index did wrong; anything else is a fault of ours and stays a logged 500. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(SearchException failure, HttpServletRequest request) {
        if (!IndexFailure.isAway(failure)) {
            throw failure;
        }
        return away(failure, request);
    }

    /** A mapped file of the index was cut short, of which Java tells a moment late, wherever it is by then. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(InternalError fault, HttpServletRequest request) {
        if (!IndexFailure.isAway(fault)) {
            throw fault;
        }
        return away(fault, request);
    }

    private ResponseEntity<ProblemDetail> away(Throwable failure, HttpServletRequest request) {
        build.suspect();
        log.debug("The search index does not answer", failure);
        return problem("The search index does not answer for now.", request);
    }

    private static ResponseEntity<ProblemDetail> problem(String detail, HttpServletRequest request) {
        return Problems.answer(new Unavailable(detail, Duration.ofSeconds(5)), request);
    }
}

package org.onrecord.api.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.onrecord.api.Failures;
import org.onrecord.api.Problems;
import org.onrecord.api.RequestIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what the container and the filters refuse, and what nobody foresaw, as problems. */
@RestController
class ProblemErrorController implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ProblemErrorController.class);

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var problem = Failures.asProblem(cause);
            if (problem.isPresent()) {
                return answer(problem.get().getBody(), problem.get().getHeaders(), path);
            }
        }
        var given = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Asked for by hand there is no error to tell of.
        var status = given == null ? HttpStatus.NOT_FOUND : HttpStatusCode.valueOf(given);
        if (status.is5xxServerError()) {
            log.error(
                    "{} on {} {}", status.value(), request.getAttribute("jakarta.servlet.error.method"), path, failure);
        }
        return answer(Problems.of(status, detail(status)), new HttpHeaders(), path);
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemDetail problem, HttpHeaders headers, @org.jspecify.annotations.Nullable String path) {
        problem.setInstance(null);
        Problems.complete(problem, path, RequestIds.current());
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String detail(HttpStatusCode status) {
        if (status.is5xxServerError()) {
            return "Something went wrong here; the request id helps to find out what.";
        }
        return switch (status.value()) {
            case 404 -> "There is nothing at this path.";
            case 413 -> "The body is too large.";
            default -> "The request cannot be read or is not allowed.";
        };
    }
}

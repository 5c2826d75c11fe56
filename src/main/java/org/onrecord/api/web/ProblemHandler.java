package org.onrecord.api.web;

import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Failures;
import org.onrecord.api.Problems;
import org.onrecord.api.RequestIds;
import org.onrecord.api.input.ParameterNames;
import org.onrecord.api.problem.Fault;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.api.problem.Problem;
import org.onrecord.api.problem.Violations;
import org.onrecord.kernel.Deleted;
import org.onrecord.kernel.Missing;
import org.onrecord.kernel.Overloaded;
import org.onrecord.kernel.Unfit;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Tells what controllers throw as problems, by type; what it does not know stays a logged 500. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = body instanceof ProblemDetail given ? given : ProblemDetail.forStatus(status);
        var path = request instanceof ServletWebRequest servlet
                ? servlet.getRequest().getRequestURI()
                : null;
        Problems.complete(problem, path, RequestIds.current());
        var all = new HttpHeaders();
        all.addAll(headers);
        // Said outright, so that an Accept header nobody can meet does not take the explanation away.
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        all.setCacheControl("no-store");
        return new ResponseEntity<>(problem, all, status);
    }

    private ResponseEntity<Object> answer(Problem problem, WebRequest request) {
        return createResponseEntity(problem.getBody(), problem.getHeaders(), problem.getStatusCode(), request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem || cause instanceof JacksonException) {
                return answer(Failures.asProblem(cause).orElseThrow(), request);
            }
        }
        return answer(InvalidInput.at("", "unreadable-body", "the body is missing or cannot be read"), request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        boolean inBody = invalid.getParameter().hasParameterAnnotation(RequestBody.class);
        return answer(new InvalidInput(faults(invalid.getBindingResult(), inBody)), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unbindable(BindException invalid, WebRequest request) {
        return answer(new InvalidInput(faults(invalid.getBindingResult(), false)), request);
    }

    private static List<Fault> faults(BindingResult result, boolean inBody) {
        var faults = new ArrayList<Fault>();
        result.getGlobalErrors()
                .forEach(error -> faults.add(Fault.at("", code(error.getCode()), message(error.getDefaultMessage()))));
        result.getFieldErrors().forEach(error -> faults.add(fault(error, inBody)));
        return faults;
    }

    private static Fault fault(FieldError error, boolean inBody) {
        var message = message(error.getDefaultMessage());
        if (error.isBindingFailure()) {
            var cause = error.contains(TypeMismatchException.class) ? error.unwrap(TypeMismatchException.class) : null;
            message = Mismatches.message(cause);
        }
        var code = error.isBindingFailure() ? "type-mismatch" : code(error.getCode());
        return inBody
                ? Fault.at(Violations.pointer(error.getField()), code, message)
                : Fault.parameter(error.getField(), code, message);
    }

    private static String code(@Nullable String constraint) {
        return constraint == null ? "invalid" : Violations.code(constraint);
    }

    private static String message(@Nullable String given) {
        return given == null ? "is not valid" : given;
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            return Objects.requireNonNull(
                    super.handleHandlerMethodValidationException(invalid, headers, status, request));
        }
        var faults = new ArrayList<Fault>();
        for (var result : invalid.getParameterValidationResults()) {
            boolean inBody = result.getMethodParameter().hasParameterAnnotation(RequestBody.class);
            var name = ParameterNames.of(result.getMethodParameter());
            for (var error : result.getResolvableErrors()) {
                var codes = error.getCodes();
                var code = codes == null || codes.length == 0 ? null : codes[codes.length - 1];
                var message = message(error.getDefaultMessage());
                if (error instanceof FieldError field) {
                    faults.add(fault(field, inBody));
                } else {
                    faults.add(inBody ? Fault.at("", code(code), message) : Fault.parameter(name, code(code), message));
                }
            }
        }
        return answer(new InvalidInput(faults), request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (mismatch instanceof MethodArgumentTypeMismatchException argument) {
            var parameter = ParameterNames.of(argument.getParameter());
            return answer(InvalidInput.parameter(parameter, "type-mismatch", Mismatches.message(mismatch)), request);
        }
        var name = mismatch.getPropertyName() == null ? "parameter" : mismatch.getPropertyName();
        return answer(InvalidInput.parameter(name, "type-mismatch", Mismatches.message(mismatch)), request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(InvalidInput.parameter(missing.getParameterName(), "required", "is required"), request);
    }

    @Override
    protected ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return createResponseEntity(Problems.of(status, "There is nothing at this path."), headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException unsupported,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var methods = unsupported.getSupportedMethods();
        var allowed = methods == null ? "" : Arrays.stream(methods).sorted().collect(Collectors.joining(", "));
        var detail = unsupported.getMethod() + " is not done here; this takes " + allowed + ".";
        return createResponseEntity(Problems.of(status, detail), headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException unsupported,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var detail = "A body of this type is not read here; send "
                + MediaType.toString(unsupported.getSupportedMediaTypes()).replace(", ", " or ") + ".";
        return createResponseEntity(Problems.of(status, detail), headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException unacceptable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var detail = "The answer comes as "
                + MediaType.toString(unacceptable.getSupportedMediaTypes()).replace(", ", " or ") + " only.";
        return createResponseEntity(Problems.of(status, detail), new HttpHeaders(), status, request);
    }

    /** What is no problem of the caller's goes on as it is and becomes a logged 500. */
    @ExceptionHandler({
        Overloaded.class,
        Missing.class,
        Deleted.class,
        Unfit.class,
        JacksonException.class,
        ConstraintViolationException.class,
        DataAccessException.class,
        TransactionException.class,
        SQLException.class
    })
    ResponseEntity<Object> failed(Exception failure, WebRequest request) throws Exception {
        return answer(Failures.asProblem(failure).orElseThrow(() -> failure), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> missingHeader(
            org.springframework.web.bind.MissingRequestHeaderException missing, WebRequest request) {
        var name = missing.getHeaderName().toLowerCase(Locale.ROOT);
        return answer(InvalidInput.parameter(name, "required", "is required"), request);
    }
}

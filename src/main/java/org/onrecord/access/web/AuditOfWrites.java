package org.onrecord.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.AuditTrail;
import org.onrecord.api.Caller;
import org.onrecord.api.LineAudit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Records every request that changes something in the first transaction it changes something in, so that there is no
 * change without its record and no record of what did not happen. What was answered is noted afterwards. Uploads record
 * each of their lines instead.
 */
final class AuditOfWrites implements TransactionExecutionListener, HandlerInterceptor, LineAudit {

    private static final Logger log = LoggerFactory.getLogger(AuditOfWrites.class);
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String RECORDED = AuditOfWrites.class.getName();
    private static final String BY_LINE = RECORDED + ".byLine";

    private final ObjectProvider<AuditTrail> trail;

    AuditOfWrites(ObjectProvider<AuditTrail> trail) {
        this.trail = trail;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        var request = currentRequest();
        if (failure == null
                && request != null
                && !transaction.isReadOnly()
                && WRITING.contains(request.getMethod())
                && request.getAttribute(RECORDED) == null
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new Recording(request));
        }
    }

    private static @Nullable HttpServletRequest currentRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(RECORDED) instanceof UUID id) {
            try {
                trail.getObject().answered(id, response.getStatus(), response.getHeader(HttpHeaders.LOCATION));
            } catch (DataAccessException | TransactionException away) {
                // The change is made and recorded; that its answer is not noted must not undo the answer.
                log.warn("answer to {} {} not noted in the audit trail", request.getMethod(), request.getRequestURI());
            }
        }
    }

    @Override
    public void record(long line, int status, URI location) {
        var request = Objects.requireNonNull(currentRequest());
        request.setAttribute(BY_LINE, true);
        trail.getObject()
                .recordLine(
                        caller(request),
                        request.getMethod(),
                        request.getRequestURI(),
                        line,
                        status,
                        location.toString());
    }

    private static Caller caller(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known
                        && known.getPrincipal() instanceof Caller caller
                ? caller
                : new Caller("unknown", "unknown", false);
    }

    private final class Recording implements TransactionSynchronization {

        private final HttpServletRequest request;
        private @Nullable UUID recorded;

        Recording(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (request.getAttribute(RECORDED) == null && request.getAttribute(BY_LINE) == null) {
                recorded = trail.getObject().record(caller(request), request.getMethod(), request.getRequestURI());
                request.setAttribute(RECORDED, recorded);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (recorded != null && status != STATUS_COMMITTED) {
                request.removeAttribute(RECORDED);
            }
        }
    }
}
